package com.lianxing.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What stands in front of every request. Closed until opened: only login, health, portal and hooks need nobody.
 *
 * <p>Programs ({@code /engine-rest}, and {@code /api} with an Authorization header) bring their password with each
 * request and have no session; people have a session, which {@code /engine-rest} never looks at.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChain {

    private static final String[] OPEN = {
        "/login", "/assets/**", "/favicon.ico", "/error", "/actuator/health/**", "/portal/**", "/hooks/**"
    };

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; "
                    + "base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    @Bean
    @Order(1)
    SecurityFilterChain programsChain(HttpSecurity http, Credentials credentials) throws Exception {
        return http.securityMatcher(SecurityChain::isProgram)
                .authenticationManager(new ProviderManager(new PasswordCheck(credentials, new RecentlyVerified())))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(askForBasic()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(askForBasic()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain peopleChain(HttpSecurity http, Credentials credentials) throws Exception {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        RequestMatcher json = request -> request.getServletPath().startsWith("/api/")
                || request.getServletPath().startsWith("/camunda/api/");
        return http.authenticationManager(new ProviderManager(new PasswordCheck(credentials, null)))
                .authorizeHttpRequests(requests -> requests
                        // The community edition's set-up endpoint makes administrators for anybody: shut for good.
                        .requestMatchers("/camunda/api/admin/setup/**")
                        .denyAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/", false))
                .logout(logout -> logout.logoutRequestMatcher(SecurityChain::isLogout)
                        .logoutSuccessUrl("/login?goodbye")
                        .deleteCookies("LIANXING"))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), json)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), request -> true))
                // Tasklist and its API carry Camunda's own token, hooks carry signatures, and the portal's addresses
                // are secrets.
                .csrf(csrf -> csrf.ignoringRequestMatchers(
                        path.matcher("/camunda/**"), path.matcher("/hooks/**"), path.matcher("/portal/**")))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .addHeaderWriter((request, response) -> {
                            if (!request.getServletPath().startsWith("/camunda/")) {
                                response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
                            }
                        })
                        .referrerPolicy(Customizer.withDefaults()))
                .build();
    }

    private static boolean isProgram(HttpServletRequest request) {
        String path = request.getServletPath().isEmpty() ? request.getRequestURI() : request.getServletPath();
        return path.equals("/engine-rest")
                || path.startsWith("/engine-rest/")
                || (path.startsWith("/api/") && request.getHeader(HttpHeaders.AUTHORIZATION) != null);
    }

    /** Ours, and the button of Tasklist. */
    private static boolean isLogout(HttpServletRequest request) {
        String path = request.getServletPath().isEmpty() ? request.getRequestURI() : request.getServletPath();
        return HttpMethod.POST.matches(request.getMethod())
                && (path.equals("/logout") || path.matches("/camunda/api/admin/auth/user/[^/]+/logout"));
    }

    private static AuthenticationEntryPoint askForBasic() {
        BasicAuthenticationEntryPoint entryPoint = new BasicAuthenticationEntryPoint();
        entryPoint.setRealmName("Lianxing");
        return entryPoint;
    }
}
