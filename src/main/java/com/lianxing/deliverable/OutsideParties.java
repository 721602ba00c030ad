package com.lianxing.deliverable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who delivers from outside. A name stands for one party, however it is spelled in capitals or blanks. */
@Service
public class OutsideParties {

    private final JdbcClient jdbc;

    OutsideParties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds the party, or brings language, zone and address of the one with that name up to date.
     *
     * @param email null for no reminders by mail
     */
    @Transactional
    public OutsideParty put(String name, Locale language, ZoneId zone, @Nullable String email) {
        String shown = name.strip();
        if (shown.isEmpty() || shown.length() > 200) {
            throw new IllegalArgumentException("a party has a name of at most 200 characters: " + shown.length());
        }
        return jdbc.sql("""
                        insert into outside_party (id, name, name_key, language, zone, email) values (?, ?, ?, ?, ?, ?)
                        on conflict (name_key) do update set language = excluded.language, zone = excluded.zone,
                          email = excluded.email
                        returning id, name, language, zone, email""")
                .params(UUID.randomUUID(), shown, key(shown), language.getLanguage(), zone.getId(), email)
                .query((row, number) -> party(row, ""))
                .single();
    }

    public Optional<OutsideParty> find(UUID id) {
        return jdbc.sql("select id, name, language, zone, email from outside_party where id = ?")
                .param(id)
                .query((row, number) -> party(row, ""))
                .optional();
    }

    public List<OutsideParty> list() {
        return jdbc.sql("select id, name, language, zone, email from outside_party order by name")
                .query((row, number) -> party(row, ""))
                .list();
    }

    /** The name of the party that stands in a record where an account's id would; empty for an account. */
    public Optional<String> nameOf(String actor) {
        return OutsideParty.behind(actor).flatMap(this::find).map(OutsideParty::name);
    }

    static OutsideParty party(ResultSet row, String prefix) throws SQLException {
        return new OutsideParty(
                row.getObject(prefix + "id", UUID.class),
                row.getString(prefix + "name"),
                Locale.forLanguageTag(row.getString(prefix + "language")),
                ZoneId.of(row.getString(prefix + "zone")),
                row.getString(prefix + "email"));
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }
}
