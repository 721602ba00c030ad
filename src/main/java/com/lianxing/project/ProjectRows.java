package com.lianxing.project;

import com.lianxing.access.Role;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.catalog.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of projects, their numbers, teams and milestones. */
@Component
class ProjectRows {

    private static final String COLUMNS = """
            code, lifecycle, name, owner, sponsor, department, target_local, target_zone, channels, status, created_at""";

    private final JdbcClient jdbc;

    ProjectRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A request that made a project. */
    record Requested(ProjectCode code, String hash) {}

    /** The last number given of that type and year, locked; 0 if none was. */
    int lockLastNumber(Lifecycle lifecycle, int year) {
        return jdbc.sql("""
                        insert into project_number (type, year, last) values (?, ?, 0)
                        on conflict (type, year) do update set last = project_number.last returning last""")
                .params(lifecycle.prefix(), year)
                .query(Integer.class)
                .single();
    }

    void useNumber(Lifecycle lifecycle, int year, int number) {
        jdbc.sql("update project_number set last = ? where type = ? and year = ?")
                .params(number, lifecycle.prefix(), year)
                .update();
    }

    Optional<Requested> findRequest(String requestKey) {
        return jdbc.sql("select code, request_hash from project where request_key = ?")
                .param(requestKey)
                .query((row, number) ->
                        new Requested(new ProjectCode(row.getString("code")), row.getString("request_hash")))
                .optional();
    }

    Optional<ProjectCode> findOpen(String lifecycle, String nameKey) {
        return jdbc.sql("select code from project where lifecycle = ? and name_key = ? and status = any(?)")
                .params(lifecycle, nameKey, openStatuses())
                .query((row, number) -> new ProjectCode(row.getString("code")))
                .optional();
    }

    boolean departmentExists(String department) {
        return jdbc.sql("select exists (select from department where id = ?)")
                .param(department)
                .query(Boolean.class)
                .single();
    }

    void insert(Project project, String nameKey, String requestKey, String requestHash) {
        jdbc.sql("insert into project (" + COLUMNS + ", target_at, name_key, request_key, request_hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(project.code().value())
                .param(project.lifecycle())
                .param(project.name())
                .param(project.owner())
                .param(project.sponsor())
                .param(project.department())
                .param(project.target().local())
                .param(project.target().zone().getId())
                .param(project.channels().stream().map(Channel::name).sorted().toArray(String[]::new))
                .param(project.status().name())
                .param(project.createdAt().atOffset(ZoneOffset.UTC))
                .param(project.target().instant().atOffset(ZoneOffset.UTC))
                .param(nameKey)
                .param(requestKey)
                .param(requestHash)
                .update();
    }

    Optional<Project> find(ProjectCode code, String locking) {
        return jdbc.sql("select " + COLUMNS + " from project where code = ?" + locking)
                .param(code.value())
                .query(ProjectRows::project)
                .optional();
    }

    List<Project> find(Collection<ProjectCode> codes) {
        return jdbc.sql("select " + COLUMNS + " from project where code = any (?) order by code")
                .param((Object) codes.stream().map(ProjectCode::value).toArray(String[]::new))
                .query(ProjectRows::project)
                .list();
    }

    /** @param stale whether those that are found stale and not decided on, or all others */
    List<Project> list(String after, int limit, boolean stale) {
        return jdbc.sql("select " + COLUMNS + " from project where code > ? and ? = exists (select from project_stale"
                        + " where project_code = code and decided_at is null) order by code limit ?")
                .params(after, stale, limit)
                .query(ProjectRows::project)
                .list();
    }

    List<ProjectCode> in(String lifecycle, Set<ProjectStatus> statuses) {
        return jdbc.sql("select code from project where lifecycle = ? and status = any(?) order by code")
                .params(lifecycle, statuses.stream().map(ProjectStatus::name).toArray(String[]::new))
                .query((row, number) -> new ProjectCode(row.getString("code")))
                .list();
    }

    void setTarget(ProjectCode code, Deadline target) {
        jdbc.sql("update project set target_local = ?, target_zone = ?, target_at = ? where code = ?")
                .params(target.local(), target.zone().getId(), target.instant().atOffset(ZoneOffset.UTC), code.value())
                .update();
    }

    void setOwner(ProjectCode code, String owner) {
        jdbc.sql("update project set owner = ? where code = ?")
                .params(owner, code.value())
                .update();
    }

    void setStatus(ProjectCode code, ProjectStatus status) {
        jdbc.sql("update project set status = ? where code = ?")
                .params(status.name(), code.value())
                .update();
    }

    /** False if it was reached before. */
    boolean insertMilestone(ProjectCode code, Milestone milestone) {
        return jdbc.sql("insert into project_milestone (project_code, key, at) values (?, ?, ?) on conflict do nothing")
                        .params(code.value(), milestone.key(), milestone.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<Milestone> milestones(ProjectCode code) {
        return jdbc.sql("select key, at from project_milestone where project_code = ? order by at, key")
                .param(code.value())
                .query((row, number) -> new Milestone(
                        row.getString("key"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Map<Role, String> team(ProjectCode code) {
        return teams(List.of(code)).getOrDefault(code, new EnumMap<>(Role.class));
    }

    Map<ProjectCode, Map<Role, String>> teams(Collection<ProjectCode> codes) {
        Map<ProjectCode, Map<Role, String>> teams = new HashMap<>();
        jdbc.sql("select project_code, role, person from project_team where project_code = any (?)")
                .param((Object) codes.stream().map(ProjectCode::value).toArray(String[]::new))
                .query(row -> {
                    String role = row.getString("role");
                    teams.computeIfAbsent(
                                    new ProjectCode(row.getString("project_code")), code -> new EnumMap<>(Role.class))
                            .put(
                                    Role.of(role).orElseThrow(() -> new IllegalStateException("no role: " + role)),
                                    row.getString("person"));
                });
        return teams;
    }

    void putMember(ProjectCode code, Role role, String person) {
        jdbc.sql("""
                        insert into project_team (project_code, role, person) values (?, ?, ?)
                        on conflict (project_code, role) do update set person = excluded.person""").params(code.value(), role.id(), person).update();
    }

    private static String[] openStatuses() {
        return Arrays.stream(ProjectStatus.values())
                .filter(ProjectStatus::isOpen)
                .map(ProjectStatus::name)
                .toArray(String[]::new);
    }

    private static Project project(ResultSet row, int number) throws SQLException {
        return new Project(
                new ProjectCode(row.getString("code")),
                row.getString("lifecycle"),
                row.getString("name"),
                row.getString("owner"),
                row.getString("sponsor"),
                row.getString("department"),
                new Deadline(
                        row.getObject("target_local", LocalDateTime.class),
                        ZoneId.of(row.getString("target_zone")),
                        DeadlineKind.INTERNAL),
                Arrays.stream((String[]) row.getArray("channels").getArray())
                        .map(Channel::valueOf)
                        .collect(Collectors.toSet()),
                ProjectStatus.valueOf(row.getString("status")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
