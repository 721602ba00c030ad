package com.lianxing.process.engine.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of the engine's REST API a request asks for, whichever of its addresses it came by.
 *
 * @param resource the path behind the engine's name, without slashes at its ends: {@code task/4711/form}
 */
record EnginePath(String method, String resource) {

    private static final Pattern PREFIX =
            Pattern.compile("^/(?:camunda/api|engine-rest)/+(?:engine/+(?:engine/+)?[^/]+/+)?");
    private static final Pattern TASK_FORM = Pattern.compile("task/([^/]+)/deployed-form");
    private static final Pattern START_FORM = Pattern.compile("process-definition/([^/]+)/deployed-start-form");
    private static final Pattern FORM_VARIABLES =
            Pattern.compile("(task|process-definition)/([^/]+|key/[^/]+)/form-variables");
    private static final Pattern NAMED = Pattern.compile(
            "task|task/[^/]+|history/task|process-definition|process-definition/[^/]+|process-definition/key/[^/]+");
    private static final Pattern FILTER = Pattern.compile("filter|filter/[^/]+");
    private static final Pattern FILTERED = Pattern.compile("filter/[^/]+/(list|singleResult)");

    static EnginePath of(HttpServletRequest request) {
        String path = request.getRequestURI().replaceAll(";[^/]*", "");
        return new EnginePath(
                request.getMethod(), PREFIX.matcher(path).replaceFirst("").replaceAll("/+$", ""));
    }

    boolean isDeployment() {
        return resource.equals("deployment/create");
    }

    Optional<String> taskOfForm() {
        return reads() ? first(TASK_FORM) : Optional.empty();
    }

    Optional<String> definitionOfStartForm() {
        return reads() ? first(START_FORM) : Optional.empty();
    }

    boolean isFormVariables() {
        return reads() && FORM_VARIABLES.matcher(resource).matches();
    }

    boolean isNames() {
        boolean query =
                reads() || (method.equals("POST") && (resource.equals("task") || resource.equals("history/task")));
        return (query && NAMED.matcher(resource).matches()) || isFiltered();
    }

    boolean isFiltered() {
        return (reads() || method.equals("POST")) && FILTERED.matcher(resource).matches();
    }

    boolean isFilter() {
        return reads() && FILTER.matcher(resource).matches();
    }

    private boolean reads() {
        return method.equals("GET");
    }

    private Optional<String> first(Pattern pattern) {
        Matcher matcher = pattern.matcher(resource);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
