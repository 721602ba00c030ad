package com.lianxing.certification;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Clock;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import com.lianxing.project.Sheet;
import com.lianxing.project.SheetRows;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of the products that go through the FDA's rules. What is said again replaces what was said before. */
@Service
public class Certifications {

    private final JdbcClient jdbc;
    private final SheetRows rows;
    private final AuditRecorder audit;
    private final Clock clock;

    Certifications(JdbcClient jdbc, SheetRows rows, AuditRecorder audit, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps all but the claims, which stand in their sheet. */
    @Transactional
    public void describe(ProjectCode project, Product product) {
        jdbc.sql("""
                        insert into certification_product (project_code, kind, use, emission, monograph_ingredient,
                          product_code, intended_use, country_of_origin, described_by, described_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(project.value())
                .param(product.kind().name())
                .param(product.use().name())
                .param(product.emission().name())
                .param(product.monographIngredient())
                .param(product.productCode())
                .param(product.intendedUse())
                .param(product.countryOfOrigin())
                .param(product.describedBy())
                .param(clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** As it was described last, with the claims that stand in the sheet now. */
    public Optional<Product> product(ProjectCode project) {
        List<Claim> claims = claims(project);
        return jdbc.sql("select * from certification_product where project_code = ? order by id desc limit 1")
                .param(project.value())
                .query((row, number) -> new Product(
                        Product.Kind.valueOf(row.getString("kind")),
                        Product.Use.valueOf(row.getString("use")),
                        Product.Emission.valueOf(row.getString("emission")),
                        row.getBoolean("monograph_ingredient"),
                        row.getString("product_code"),
                        row.getString("intended_use"),
                        row.getString("country_of_origin"),
                        row.getString("described_by"),
                        claims))
                .optional();
    }

    public List<Claim> claims(ProjectCode project) {
        return rows.current(
                CertificationSheets.CLAIMS,
                project,
                (row, number) -> new Claim(
                        row.getString("claim"),
                        Claim.Place.valueOf(row.getString("place")),
                        Claim.Kind.valueOf(row.getString("kind"))));
    }

    /** Codes of the SKUs that the product is sold under. */
    public List<String> skus(ProjectCode project) {
        return rows.current(CertificationSheets.SKUS, project, (row, number) -> row.getString("sku"));
    }

    /** Projects that have not ended and certify the SKU, by code. */
    public List<ProjectCode> openProjectsWith(String sku) {
        return rows.openProjectsWith(CertificationSheets.SKUS, sku);
    }

    /** Projects that certify the SKU or have done so, by code. */
    public List<ProjectCode> projectsWith(String sku) {
        return rows.projectsWith(
                CertificationSheets.SKUS, sku, status -> status.isOpen() || status == ProjectStatus.CLOSED_SUCCESS);
    }

    /** @param reason which tables or which person said so, and why */
    @Transactional
    public void keep(ProjectCode project, Paths paths, String reason, String by) {
        jdbc.sql("""
                        insert into certification_paths (project_code, paths, device_route, reason, found_by, found_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(project.value())
                .param(paths.all().stream().map(FdaPath::name).toArray(String[]::new))
                .param(paths.device() == null ? null : paths.device().name())
                .param(reason)
                .param(by)
                .param(clock.now().atOffset(ZoneOffset.UTC))
                .update();
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("paths", paths.all());
        kept.put("device", paths.device() == null ? "" : paths.device());
        kept.put("reason", reason);
        audit.record(by, Projects.SUBJECT, project.value(), "certification.pathsFound", kept);
    }

    /** Which reports of a laboratory are wanted, one line each: SKU, test and standard. */
    public List<String> tests(ProjectCode project) {
        return rows.current(
                CertificationSheets.TESTS,
                Sheet.Subject.of(project),
                (row, number) ->
                        "%s: %s, %s".formatted(row.getString("sku"), row.getString("test"), row.getString("standard")));
    }

    public Optional<Paths> paths(ProjectCode project) {
        return jdbc.sql("select * from certification_paths where project_code = ? order by id desc limit 1")
                .param(project.value())
                .query((row, number) -> {
                    String[] names = (String[]) row.getArray("paths").getArray();
                    Set<FdaPath> all = Arrays.stream(names)
                            .map(FdaPath::valueOf)
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(FdaPath.class)));
                    String route = row.getString("device_route");
                    return new Paths(all, route == null ? null : DeviceRoute.valueOf(route));
                })
                .optional();
    }

    /** When the paths were found last. */
    public Optional<Instant> pathsFoundAt(ProjectCode project) {
        return jdbc.sql("select max(found_at) as at from certification_paths where project_code = ?")
                .param(project.value())
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("at")).map(Timestamp::toInstant))
                .single();
    }

    /** @throws IllegalStateException before the paths are found */
    public Paths requirePaths(ProjectCode project) {
        return paths(project).orElseThrow(() -> new IllegalStateException("no paths of " + project));
    }

    /** Kinds of agents who are named and agreed. */
    private Set<AgentType> agents(ProjectCode project) {
        return rows.current(CertificationSheets.AGENTS, project, (row, number) -> row.getString("agent_type")).stream()
                .map(AgentType::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AgentType.class)));
    }

    /** Kinds of agents whom the paths need and nobody is named for. */
    public Set<AgentType> missingAgents(ProjectCode project) {
        Set<AgentType> missing = EnumSet.noneOf(AgentType.class);
        requirePaths(project).filed().forEach(path -> missing.addAll(AgentType.of(path)));
        missing.removeAll(agents(project));
        return missing;
    }

    public List<Registration> registrations(ProjectCode project) {
        return rows.current(
                CertificationSheets.REGISTRATIONS,
                project,
                (row, number) -> new Registration(
                        FdaPath.valueOf(row.getString("path")),
                        EvidenceType.valueOf(row.getString("type")),
                        row.getString("number"),
                        row.getObject("effective_on", LocalDate.class),
                        row.getObject("renewal_due_on", LocalDate.class),
                        row.getString("public_source")));
    }

    /**
     * What the paths still need, by path; empty if every one of them is at its end. What an agency calls an FDA certificate
     * is nothing that any path needs.
     */
    public Map<FdaPath, Set<EvidenceType>> missingEvidence(ProjectCode project) {
        Paths paths = requirePaths(project);
        List<Registration> held = registrations(project);
        Map<FdaPath, Set<EvidenceType>> missing = new LinkedHashMap<>();
        for (FdaPath path : paths.filed()) {
            Set<EvidenceType> open = paths.evidenceOf(path);
            held.stream().filter(number -> number.path() == path).forEach(number -> open.remove(number.type()));
            if (!open.isEmpty()) {
                missing.put(path, open);
            }
        }
        return missing;
    }
}
