package com.lianxing.process.engine.form;

import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.process.engine.Reader;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Departments, sponsors, and the people of a group, for selects. */
@Configuration(proxyBeanMethods = false)
class PeopleOptions {

    /** Who can have a project done: those who answer for a department or for the company. */
    private static final List<Role> SPONSORS =
            List.of(Role.DEPARTMENT_MANAGER, Role.CFO, Role.GENERAL_MANAGER, Role.DIRECTOR);

    /** Who does steps of projects. */
    private static final List<Role> COLLEAGUES = List.of(
            Role.PROJECT_MANAGER,
            Role.OPERATIONS,
            Role.LOGISTICS,
            Role.PURCHASING,
            Role.COMPLIANCE,
            Role.DESIGN,
            Role.ADVERTISING,
            Role.FINANCE);

    private final People people;

    PeopleOptions(People people) {
        this.people = people;
    }

    @Bean
    ServerOptions departmentOptions() {
        return new Named(
                "departments",
                (argument, reader) -> people.departments().stream()
                        .map(department -> new ServerOptions.Option(
                                department.id(),
                                reader.language().getLanguage().equals("zh")
                                        ? department.nameZh()
                                        : department.nameEn()))
                        .toList());
    }

    @Bean
    ServerOptions sponsorOptions() {
        return new Named("sponsors", (argument, reader) -> holding(SPONSORS.stream()));
    }

    @Bean
    ServerOptions colleagueOptions() {
        return new Named("colleagues", (argument, reader) -> holding(COLLEAGUES.stream()));
    }

    @Bean
    ServerOptions groupMemberOptions() {
        return new Named(
                "people",
                (group, reader) -> holding(Stream.of(Role.of(group)
                        .orElseThrow(() -> new IllegalStateException("there is no group named " + group)))));
    }

    private List<ServerOptions.Option> holding(Stream<Role> roles) {
        return roles
                .flatMap(role -> people.holding(role).stream())
                .collect(Collectors.toMap(Person::id, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .map(person -> new ServerOptions.Option(person.id(), person.name()))
                .toList();
    }

    @FunctionalInterface
    private interface Source {
        List<ServerOptions.Option> options(String argument, Reader reader);
    }

    private record Named(String name, Source source) implements ServerOptions {

        @Override
        public List<Option> options(String argument, Reader reader) {
            return source.options(argument, reader);
        }
    }
}
