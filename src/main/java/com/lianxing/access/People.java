package com.lianxing.access;

import com.lianxing.transaction.TransactionMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The people of the company: what the person table says, with the roles that {@link Credentials} says. */
@Service
public class People {

    private final JdbcClient jdbc;
    private final Credentials credentials;
    private final TransactionMemory<String, Person> known = new TransactionMemory<>();

    People(JdbcClient jdbc, Credentials credentials) {
        this.jdbc = jdbc;
        this.credentials = credentials;
    }

    public Optional<Person> find(String id) {
        return known.recall(id)
                .or(() -> jdbc.sql("select id, name, language, zone, department from person where id = ?")
                        .param(id)
                        .query(this::person)
                        .optional()
                        .map(person -> known.remember(id, person)));
    }

    /** @throws IllegalArgumentException if nobody has this id */
    public Person require(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no person with the id " + id));
    }

    /** The person's name; the id itself where nobody is known by it. */
    public String name(String id) {
        return find(id).map(Person::name).orElse(id);
    }

    public List<Person> all() {
        return jdbc.sql("select id, name, language, zone, department from person order by id")
                .query(this::person)
                .list();
    }

    /** Names by id; who is not known is left out. */
    public Map<String, String> names(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select id, name from person where id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> names.put(row.getString("id"), row.getString("name")))
                .list();
        return names;
    }

    /** Everybody who holds the role, by id. */
    public List<Person> holding(Role role) {
        return credentials.holdersOf(role).stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** Adds the person, or brings name, language, zone and department up to date. */
    public void put(String id, String name, Locale language, ZoneId zone, String department) {
        jdbc.sql("""
                        insert into person (id, name, language, zone, department) values (?, ?, ?, ?, ?)
                        on conflict (id) do update set name = excluded.name, language = excluded.language,
                            zone = excluded.zone, department = excluded.department""")
                .params(id, name, language.getLanguage(), zone.getId(), department)
                .update();
        known.forget(id);
    }

    /** Where the person's messages are sent; empty if nowhere. */
    public Optional<String> emailOf(String id) {
        return jdbc.sql("select email from person where id = ? and email is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** @param email null to send nothing any more */
    public void setEmail(String id, @Nullable String email) {
        jdbc.sql("update person set email = ? where id = ?").params(email, id).update();
    }

    /** A department, in both languages. */
    public record Department(String id, String nameZh, String nameEn) {

        public String name(Locale language) {
            return language.getLanguage().equals("zh") ? nameZh : nameEn;
        }
    }

    public List<Department> departments() {
        return jdbc.sql("select id, name_zh, name_en from department order by id")
                .query((row, number) ->
                        new Department(row.getString("id"), row.getString("name_zh"), row.getString("name_en")))
                .list();
    }

    public void putDepartment(String id, String nameZh, String nameEn) {
        jdbc.sql("""
                        insert into department (id, name_zh, name_en) values (?, ?, ?)
                        on conflict (id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en""").params(id, nameZh, nameEn).update();
    }

    private Person person(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        return new Person(
                id,
                row.getString("name"),
                Locale.forLanguageTag(row.getString("language")),
                ZoneId.of(row.getString("zone")),
                row.getString("department"),
                credentials.rolesOf(id));
    }
}
