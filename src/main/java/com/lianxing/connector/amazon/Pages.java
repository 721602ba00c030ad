package com.lianxing.connector.amazon;

import com.lianxing.inbound.AmazonFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads page after page. An empty page with a token is followed; a token that was used before ends the list, since it
 * points to what has been read; a list without end is none.
 */
final class Pages {

    private static final int MOST = 200;

    private Pages() {}

    record Page<T>(List<T> rows, @Nullable String next) {}

    /** @param read the page of a token, the first one with null; its rows are values, and each is kept once */
    static <T> List<T> all(Function<@Nullable String, Page<T>> read) {
        Set<T> rows = new LinkedHashSet<>();
        walk(read, page -> {
            rows.addAll(page);
            return true;
        });
        return new ArrayList<>(rows);
    }

    /** The first row that is wanted; no page behind it is read. */
    static <T> Optional<T> first(Predicate<T> wanted, Function<@Nullable String, Page<T>> read) {
        List<T> found = new ArrayList<>();
        walk(read, page -> {
            page.stream().filter(wanted).findFirst().ifPresent(found::add);
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private static <T> void walk(Function<@Nullable String, Page<T>> read, Predicate<List<T>> goOn) {
        Set<String> used = new HashSet<>();
        String token = null;
        for (int pages = 0; pages < MOST; pages++) {
            Page<T> page = read.apply(token);
            token = page.next();
            if (!goOn.test(page.rows()) || token == null || token.isEmpty() || !used.add(token)) {
                return;
            }
        }
        throw new AmazonFailure(AmazonFailure.Kind.NOT_UNDERSTOOD, "Amazon's list has more than " + MOST + " pages");
    }
}
