package com.lianxing.access;

/** Somebody is signed in whom the person table does not know: an account was made, but nobody said whose it is. */
public class UnknownPerson extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String id;

    UnknownPerson(String id) {
        super("no person with the id " + id);
        this.id = id;
    }

    /** The account's id. */
    public String id() {
        return id;
    }
}
