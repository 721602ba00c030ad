package com.lianxing.deliverable;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.audit.Sha256;
import com.lianxing.calendar.Clock;
import com.lianxing.project.Projects;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links that let an outside party in to one deliverable, see {@code src/docs/adr/0021-portal-links.md}. A link is 256
 * random bits of which only the hash is kept: nobody can guess it, read it from the database or make it longer-lived.
 */
@Service
public class PortalLinks {

    public static final int MOST_DAYS = 90;

    private static final int BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String COLUMNS = "id, deliverable_id, party_id, issued_by, issued_at, expires_at, revoked_at";

    private final JdbcClient jdbc;
    private final Deliverables deliverables;
    private final Projects projects;
    private final AuditRecorder audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PortalLinks(JdbcClient jdbc, Deliverables deliverables, Projects projects, AuditRecorder audit, Clock clock) {
        this.jdbc = jdbc;
        this.deliverables = deliverables;
        this.projects = projects;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new link, and its secret, which cannot be had again. */
    public record Issued(PortalLink link, String token) {}

    /**
     * Makes a link for the party that is to deliver now.
     *
     * @param id chosen by the caller; empty if a link was made under it before, whose secret is gone
     * @param days from 1 to {@link #MOST_DAYS}
     * @throws IllegalStateException if no party is named yet
     */
    @Transactional
    public Optional<Issued> issue(UUID id, UUID deliverable, int days, String by) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("a link lives 1 to %d days, not %d".formatted(MOST_DAYS, days));
        }
        Deliverable wanted = deliverables.lock(deliverable);
        OutsideParty party = wanted.party();
        if (party == null) {
            throw new IllegalStateException("nobody is to deliver " + deliverable);
        }
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.now();
        PortalLink link = new PortalLink(id, deliverable, party.id(), by, now, now.plus(Duration.ofDays(days)), null);
        int written = jdbc.sql("""
                        insert into portal_link (id, deliverable_id, party_id, token_sha256, issued_by, issued_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                .params(
                        id,
                        deliverable,
                        party.id(),
                        Sha256.of(token),
                        by,
                        now.atOffset(ZoneOffset.UTC),
                        link.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
        if (written == 0) {
            return Optional.empty();
        }
        record(by, wanted, "deliverable.linkIssued", Map.of("link", id, "party", party.name(), "days", days));
        return Optional.of(new Issued(link, token));
    }

    /** Closes a link for good, at once; closing it again changes nothing. */
    @Transactional
    public void revoke(UUID id, String by) {
        Optional<UUID> deliverable = jdbc.sql("""
                        update portal_link set revoked_by = ?, revoked_at = ? where id = ? and revoked_at is null
                        returning deliverable_id""")
                .params(by, clock.now().atOffset(ZoneOffset.UTC), id)
                .query(UUID.class)
                .optional();
        deliverable.ifPresent(
                of -> record(by, deliverables.require(of), "deliverable.linkRevoked", Map.of("link", id)));
    }

    /** Closes every link to it. */
    @Transactional
    public void revokeAll(UUID deliverable, String by) {
        of(deliverable).forEach(link -> revoke(link.id(), by));
    }

    /**
     * The link with this secret, whatever its state. Within a transaction nobody can revoke it until that ends.
     *
     * @param token as it came from outside
     */
    @Transactional
    public Optional<PortalLink> find(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        return jdbc.sql("select " + COLUMNS + " from portal_link where token_sha256 = ? for share")
                .param(Sha256.of(token))
                .query(PortalLinks::link)
                .optional();
    }

    public PortalLink.State state(PortalLink link) {
        Deliverable wanted = deliverables.require(link.deliverable());
        OutsideParty party = wanted.party();
        if (link.revokedAt() != null || party == null || !party.id().equals(link.party())) {
            return PortalLink.State.REVOKED;
        }
        boolean goesOn = projects.require(wanted.project()).status().isOpen();
        return goesOn && clock.now().isBefore(link.expiresAt()) ? PortalLink.State.OPEN : PortalLink.State.EXPIRED;
    }

    /** All links to it, the newest first. */
    public List<PortalLink> of(UUID deliverable) {
        return jdbc.sql("select " + COLUMNS + " from portal_link where deliverable_id = ? order by seq desc")
                .param(deliverable)
                .query(PortalLinks::link)
                .list();
    }

    private void record(String by, Deliverable wanted, String action, Map<String, ?> entered) {
        audit.record(by, "project", wanted.project().value(), action, entered);
    }

    private static PortalLink link(ResultSet row, int number) throws SQLException {
        OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new PortalLink(
                row.getObject("id", UUID.class),
                row.getObject("deliverable_id", UUID.class),
                row.getObject("party_id", UUID.class),
                row.getString("issued_by"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
