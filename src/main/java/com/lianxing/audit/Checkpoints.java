package com.lianxing.audit;

import com.lianxing.calendar.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Remembers outside the database how long each chain was, for whoever can rewrite the database cannot rewrite what is
 * not in it. A file per day (UTC) under {@code <data-dir>/checkpoints/<id of the database>}, one JSON object per line,
 * only ever appended to; copy it where the database's administrator has no hands.
 */
@Component
public class Checkpoints {

    private static final String FILE_END = ".jsonl";

    private final AuditRows rows;
    private final Clock clock;
    private final Path directory;

    Checkpoints(AuditRows rows, Clock clock, @Value("${lianxing.data-dir}") Path dataDir) {
        this.rows = rows;
        this.clock = clock;
        this.directory = dataDir.resolve("checkpoints");
    }

    @Scheduled(
            initialDelayString = "${lianxing.audit.checkpoint-every:PT1H}",
            fixedDelayString = "${lianxing.audit.checkpoint-every:PT1H}")
    void writeNow() {
        write();
    }

    /** Adds a line for each chain that has grown since its last one, and says how many. */
    public synchronized int write() {
        Map<AuditRows.Subject, Checkpoint> last = new LinkedHashMap<>();
        read().checkpoints().forEach(known -> last.put(AuditRows.Subject.of(known), known));
        Instant now = clock.now();
        List<Checkpoint> grown = new ArrayList<>();
        for (AuditRows.Head head : rows.heads()) {
            Checkpoint known = last.get(head.subject());
            if (known == null || known.count() < head.seq()) {
                grown.add(new Checkpoint(
                        now, head.subject().type(), head.subject().id(), head.seq(), head.hash()));
            }
        }
        if (!grown.isEmpty()) {
            append(directory().resolve(LocalDate.ofInstant(now, ZoneOffset.UTC) + FILE_END), grown);
        }
        return grown.size();
    }

    /** What stands in the files. */
    record Written(List<Checkpoint> checkpoints, List<Path> unreadable) {}

    Written read() {
        if (!Files.isDirectory(directory())) {
            return new Written(List.of(), List.of());
        }
        List<Checkpoint> checkpoints = new ArrayList<>();
        List<Path> unreadable = new ArrayList<>();
        for (Path file : files()) {
            for (String line : lines(file)) {
                parse(line).ifPresentOrElse(checkpoints::add, () -> unreadable.add(file));
            }
        }
        return new Written(checkpoints, unreadable);
    }

    Path directory() {
        return directory.resolve(rows.origin());
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(directory())) {
            return files.filter(file -> file.toString().endsWith(FILE_END))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All complete lines: one without an end was being written when the machine died, and was never a checkpoint. */
    private static List<String> lines(Path file) {
        try {
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Checkpoint> parse(String line) {
        try {
            Map<String, Object> json = CanonicalJson.read(line);
            if (json.get("at") instanceof String at
                    && json.get("subjectType") instanceof String type
                    && json.get("subjectId") instanceof String id
                    && json.get("count") instanceof Long count
                    && json.get("hash") instanceof String hash) {
                return Optional.of(new Checkpoint(Instant.parse(at), type, id, count, hash));
            }
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static void append(Path file, List<Checkpoint> checkpoints) {
        StringBuilder lines = new StringBuilder();
        checkpoints.forEach(checkpoint -> lines.append(line(checkpoint)).append('\n'));
        try {
            Files.createDirectories(file.getParent());
            cutIncompleteLine(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void cutIncompleteLine(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end < bytes.length) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(end);
            }
        }
    }

    private static String line(Checkpoint checkpoint) {
        return CanonicalJson.of(Map.of(
                "at", checkpoint.at(),
                "subjectType", checkpoint.subjectType(),
                "subjectId", checkpoint.subjectId(),
                "count", checkpoint.count(),
                "hash", checkpoint.hash()));
    }
}
