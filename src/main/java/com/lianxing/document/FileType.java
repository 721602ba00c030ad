package com.lianxing.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** The types of files that are taken in. What a file is, its content says; its name must agree. */
enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    WEBP("image/webp", "webp"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    CSV("text/csv", "csv"),
    TXT("text/plain", "txt");

    private static final MimeTypes SIGNATURES = MimeTypes.getDefaultMimeTypes();
    private static final int MOST_PARTS = 10_000;
    private static final long MOST_UNPACKED = 300L * 1024 * 1024;

    private final String contentType;
    private final Set<String> extensions;

    FileType(String contentType, String... extensions) {
        this.contentType = contentType;
        this.extensions = Set.of(extensions);
    }

    String contentType() {
        return contentType;
    }

    boolean fits(String name) {
        return extensions.contains(extension(name));
    }

    /** By content alone. CSV is text that somebody calls so. */
    static Optional<FileType> of(byte[] content, String name) {
        String sniffed = sniff(content);
        return switch (sniffed) {
            case "text/plain", "text/csv" -> Optional.of(textType(name));
            case "application/octet-stream" -> isChineseText(content) ? Optional.of(textType(name)) : Optional.empty();
            case "application/zip", "application/x-tika-ooxml" -> officeType(content);
            default ->
                Arrays.stream(values())
                        .filter(type -> type.contentType.equals(sniffed))
                        .findFirst();
        };
    }

    private static String sniff(byte[] content) {
        try (InputStream in = new ByteArrayInputStream(content)) {
            return SIGNATURES.detect(in, new Metadata()).getBaseType().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileType textType(String name) {
        return CSV.fits(name) ? CSV : TXT;
    }

    /** What Excel in China saves as CSV: GB 18030, which the signatures do not know; no control signs in it. */
    private static boolean isChineseText(byte[] content) {
        try {
            CharBuffer text = Charset.forName("GB18030").newDecoder().decode(ByteBuffer.wrap(content));
            return text.chars().allMatch(sign -> !Character.isISOControl(sign) || Character.isWhitespace(sign));
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** A document or a workbook by the parts in it; none that runs something, and no other archive. */
    private static Optional<FileType> officeType(byte[] content) {
        Set<String> parts = parts(content);
        if (!parts.contains("[content_types].xml") || parts.stream().anyMatch(FileType::runs)) {
            return Optional.empty();
        }
        if (parts.contains("xl/workbook.xml")) {
            return Optional.of(XLSX);
        }
        return parts.contains("word/document.xml") ? Optional.of(DOCX) : Optional.empty();
    }

    /** Macros, controls, embedded programs. */
    private static boolean runs(String part) {
        return part.endsWith("vbaproject.bin")
                || part.contains("/macrosheets/")
                || part.contains("/activex/")
                || part.contains("/embeddings/oleobject");
    }

    /** Names of the parts, in lower case; none if it is broken or unpacks to more than any honest file does. */
    private static Set<String> parts(byte[] content) {
        Set<String> parts = new TreeSet<>();
        byte[] buffer = new byte[64 * 1024];
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add(entry.getName().toLowerCase(Locale.ROOT));
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED || parts.size() > MOST_PARTS) {
                        return Set.of();
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return Set.of();
        }
        return parts;
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
