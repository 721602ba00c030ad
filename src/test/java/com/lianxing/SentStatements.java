package com.lianxing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Reads over the driver's shoulder what it sends, in PostgreSQL's protocol: it parses a statement once under a name and
 * sends only that name afterwards, a COMMIT too.
 */
final class SentStatements {

    private static final int HEAD = 5;

    private final Set<String> writers = new HashSet<>();
    private final Set<String> commits = new HashSet<>();
    private boolean wrote;

    /** Whether these messages commit a transaction that wrote something. */
    boolean endTransaction(byte[] bytes, int from, int length) {
        boolean commit = false;
        ByteBuffer messages = ByteBuffer.wrap(bytes, from, length).slice();
        while (messages.remaining() >= HEAD) {
            char type = (char) messages.get();
            int size = messages.getInt() - Integer.BYTES;
            if (size < 0 || size > messages.remaining()) {
                return commit; // The rest of a long statement, or no statement: the start of a connection.
            }
            ByteBuffer body = messages.slice().limit(size);
            messages.position(messages.position() + size);
            if (type == 'P') {
                learn(text(body), text(body));
            } else if (type == 'B') {
                text(body);
                String name = text(body);
                commit |= wrote && commits.contains(name);
                wrote |= writers.contains(name);
            }
        }
        if (commit) {
            wrote = false;
        }
        return commit;
    }

    private void learn(String name, String sql) {
        String word = sql.strip().toLowerCase(Locale.ROOT);
        writers.remove(name);
        commits.remove(name);
        if (word.startsWith("insert") || word.startsWith("update") || word.startsWith("delete")) {
            writers.add(name);
        } else if (word.equals("commit")) {
            commits.add(name);
        }
    }

    private static String text(ByteBuffer body) {
        int start = body.position();
        while (body.hasRemaining() && body.get() != 0) {
            // to the end of the text
        }
        int length = Math.max(0, body.position() - start - 1);
        byte[] text = new byte[length];
        body.get(start, text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
