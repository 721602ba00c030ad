package com.lianxing.process.web;

import com.lianxing.access.CurrentPerson;
import com.lianxing.process.engine.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Shows projects, and what belongs to them, to those alone whose work they are: see
 * {@code src/docs/adr/0005-rights.md}. Who may change something is decided where it is changed.
 */
@Component
class ReadersOfProjects implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Looked up late: what serves HTTP is made before the engine, which keeps people's roles. */
    private final ObjectProvider<CurrentPerson> currentPerson;

    ReadersOfProjects(ObjectProvider<CurrentPerson> currentPerson) {
        this.currentPerson = currentPerson;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        "/api/projects/**",
                        "/api/projects",
                        "/api/tasks/**",
                        "/api/files/**",
                        "/api/reports/**",
                        "/projects/**",
                        "/outside-parties",
                        "/weeks",
                        "/obligations",
                        "/suppliers/**",
                        "/suppliers",
                        "/tab/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (READING.contains(request.getMethod())
                && !currentPerson.getObject().require().readsProjects()) {
            throw Refusal.duty("PROJECTS_NOT_YOURS");
        }
        return true;
    }
}
