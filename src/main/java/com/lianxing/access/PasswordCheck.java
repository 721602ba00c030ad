package com.lianxing.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Asks {@link Credentials} for people, and remembers a right password for a minute where each call brings it again. */
class PasswordCheck implements AuthenticationProvider {

    private final Credentials credentials;
    private final @Nullable RecentlyVerified recent;

    PasswordCheck(Credentials credentials, @Nullable RecentlyVerified recent) {
        this.credentials = credentials;
        this.recent = recent;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        String id = authentication.getName();
        String password = String.valueOf(authentication.getCredentials());
        boolean known = recent != null && recent.knows(id, password);
        if (!known && !credentials.matches(id, password)) {
            throw new BadCredentialsException("unknown person or wrong password");
        }
        if (recent != null && !known) {
            recent.remember(id, password);
        }
        List<SimpleGrantedAuthority> roles = credentials.rolesOf(id).stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(id, null, roles);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
