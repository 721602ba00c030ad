package com.lianxing.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {

    private static final String TYPES = "[Content_Types].xml";

    @Test
    void theContentSaysWhatAFileIs() throws IOException {
        assertThat(FileType.of("%PDF-1.7\n".getBytes(UTF_8), "x.txt")).contains(FileType.PDF);
        assertThat(FileType.of(image("png"), "x")).contains(FileType.PNG);
        assertThat(FileType.of(image("jpg"), "x")).contains(FileType.JPEG);
        assertThat(FileType.of(HexFormat.of().parseHex("524946461a000000574542505650384c0d0000002f00"), "x"))
                .contains(FileType.WEBP);
        assertThat(FileType.of(
                        zip(TYPES, "_rels/.rels", "xl/workbook.xml", "xl/printerSettings/printerSettings1.bin"), ""))
                .contains(FileType.XLSX);
        assertThat(FileType.of(zip(TYPES, "word/document.xml"), "")).contains(FileType.DOCX);
    }

    @Test
    void textIsTextInAnyEncodingAndCsvIfItIsCalledSo() {
        byte[] chinese = "编号,数量\nA-1,200\n".getBytes(Charset.forName("GBK"));
        assertThat(FileType.of(chinese, "清单.csv")).contains(FileType.CSV);
        assertThat(FileType.of("sku,qty\nA-1,200\n".getBytes(UTF_8), "list.CSV"))
                .contains(FileType.CSV);
        assertThat(FileType.of("A note.".getBytes(UTF_8), "note.txt")).contains(FileType.TXT);
    }

    @Test
    void whatRunsOrUnpacksToTooMuchIsNoFileOfOurs() throws IOException {
        assertThat(FileType.of("<!DOCTYPE html><html></html>".getBytes(UTF_8), "a.txt"))
                .isEmpty();
        assertThat(FileType.of("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8), "a.png"))
                .isEmpty();
        assertThat(FileType.of("MZ\u0090\0\u0003\0\0\0".getBytes(Charset.forName("ISO-8859-1")), "a.pdf"))
                .isEmpty();
        assertThat(FileType.of("#!/bin/sh\nrm -rf /\n".getBytes(UTF_8), "a.txt"))
                .isEmpty();
        assertThat(FileType.of(zip(TYPES, "xl/workbook.xml", "xl/vbaProject.bin"), "a.xlsx"))
                .isEmpty();
        assertThat(FileType.of(zip(TYPES, "xl/workbook.xml", "xl/macrosheets/sheet1.xml"), "a.xlsx"))
                .isEmpty();
        assertThat(FileType.of(zip(TYPES, "word/document.xml", "word/embeddings/oleObject1.bin"), "a.docx"))
                .isEmpty();
        assertThat(FileType.of(zip("something.exe"), "a.docx")).isEmpty();
        assertThat(FileType.of(bomb(), "a.xlsx")).isEmpty();
        assertThat(FileType.of("PK\u0003\u0004 and nothing more".getBytes(UTF_8), "a.xlsx"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.pdf, a.pdf",
        "C:\\Users\\li\\发票.pdf, 发票.pdf",
        "../../etc/passwd, passwd",
        "' a .txt ', a .txt",
    })
    void aNameIsShownWithoutFolders(String given, String shown) {
        assertThat(FileName.shown(given)).contains(shown);
    }

    @Test
    void aNameShowsNothingHidden() {
        assertThat(FileName.shown("invoice\u202Efdp.exe")).contains("invoicefdp.exe");
        assertThat(FileName.shown("a\u0000\r\nb.pdf")).contains("ab.pdf");
        assertThat(FileName.shown("..")).isEmpty();
        assertThat(FileName.shown("x/")).isEmpty();
        assertThat(FileName.shown("x".repeat(201))).isEmpty();
    }

    private static byte[] image(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] zip(String... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<x/>".getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(TYPES));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 301; i++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }
}
