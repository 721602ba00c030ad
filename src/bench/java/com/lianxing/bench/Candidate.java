package com.lianxing.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One of the two that are compared: it runs, knows the filters and the person, and holds one open task to repeat. */
interface Candidate extends AutoCloseable {

    /** The person in three of the groups, with rights on. */
    String PERSON = "trio";

    /** The three groups of the person, named as this one allows. */
    List<String> groups();

    /** The database, as its superuser. */
    Connection database() throws SQLException;

    /** Somebody signed in as {@link #PERSON}, with Tasklist open. */
    Browser signedIn() throws Exception;

    @Override
    void close() throws Exception;
}
