package dev.deed.drift;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.regex.Pattern;

/// The text of a dump file, or an error that names the format the file has instead.
final class DumpFile {

  /// The offset of the magic bytes in tar files.
  private static final int TAR_MARK = 257;

  /// The bytes that tell a file's format.
  private static final int MARKS = 512;

  private static final String FIRST = "-- PostgreSQL database dump";
  private static final String LAST = "-- PostgreSQL database dump complete";

  /// What other programs write into the first lines.
  private static final Map<String, Pattern> OTHERS =
      Map.of(
          "a dump of MySQL or MariaDB", Pattern.compile("(?m)^(-- (MySQL|MariaDB) dump|/\\*M?!)"),
          "a dump of SQLite", Pattern.compile("(?m)^PRAGMA |\\ASQLite format"),
          "a script of SQL Server", Pattern.compile("(?mi)^(GO|USE \\[.*|/\\*{6} Object: .*)\\R"),
          "a dump of Oracle", Pattern.compile("(?m)^(REM |prompt |SET DEFINE OFF)"),
          "a dump of a whole server by pg_dumpall",
              Pattern.compile("(?m)^-- PostgreSQL database cluster dump"));

  private DumpFile() {}

  /// Refuses a dump that ends early: its missing objects would read as drift, or as none. A file
  /// without `pg_dump`'s first line was written by hand.
  static void requireLastLine(String name, DumpText text) {
    if (isByPgDump(text) && text.tail().lines().noneMatch(LAST::equals)) {
      throw DumpNotReadable.because(
          name,
          "is cut off: its last line, \"%s\", is missing".formatted(LAST),
          "dump it again: pg_dump --schema-only, and check that it ends with exit code 0");
    }
  }

  static boolean isByPgDump(DumpText text) {
    return text.head().lines().anyMatch(FIRST::equals);
  }

  /// @throws DumpNotReadable if it is not plain text, with advice on how to convert it
  static DumpText text(String name, InputStream file) throws IOException {
    var bytes = new BufferedInputStream(file);
    bytes.mark(MARKS);
    var first = bytes.readNBytes(MARKS);
    bytes.reset();
    refuseOtherForms(name, first);
    try {
      var text = DumpText.of(new InputStreamReader(bytes, UTF_8.newDecoder()));
      refuseOtherPrograms(name, text.head());
      if (text.isBlank()) {
        throw DumpNotReadable.because(
            name,
            "is empty: the dump that wrote it probably failed",
            "dump it again: pg_dump --schema-only --file=%s DATABASE".formatted(name));
      }
      return text;
    } catch (CharacterCodingException e) {
      throw DumpNotReadable.because(
          name, "is not UTF-8", "dump it again with pg_dump --schema-only --encoding=UTF8");
    }
  }

  private static void refuseOtherPrograms(String name, String head) {
    for (var other : OTHERS.entrySet()) {
      if (other.getValue().matcher(head).find()) {
        throw DumpNotReadable.because(
            name,
            "is %s, not a dump of a PostgreSQL database".formatted(other.getKey()),
            "dump one PostgreSQL database: pg_dump --schema-only DATABASE");
      }
    }
  }

  private static void refuseOtherForms(String name, byte[] bytes) {
    if (has(bytes, 0, "PGDMP")) {
      throw archive(name, "custom");
    }
    if (has(bytes, TAR_MARK, "ustar")) {
      throw archive(name, "tar");
    }
    if (has(bytes, 0, "\u001f\u008b")) {
      throw packed(name, "gzip", "gunzip");
    }
    if (has(bytes, 0, "(\u00b5/\u00fd")) {
      throw packed(name, "zstd", "unzstd");
    }
    if (has(bytes, 0, "\4\"M\30")) {
      throw packed(name, "lz4", "unlz4");
    }
    if (has(bytes, 0, "\u00ff\u00fe") || has(bytes, 0, "\u00fe\u00ff")) {
      throw DumpNotReadable.because(
          name,
          "is UTF-16, the encoding that PowerShell's > writes",
          "use pg_dump's own option for the file: pg_dump --schema-only --file=" + name);
    }
  }

  private static DumpNotReadable archive(String name, String form) {
    return DumpNotReadable.because(
        name,
        "is a dump in %s format, not plain text".formatted(form),
        "convert it: pg_restore --schema-only -f schema.sql " + name);
  }

  private static DumpNotReadable packed(String name, String form, String program) {
    return DumpNotReadable.because(
        name, "is compressed with " + form, "decompress it: %s --keep %s".formatted(program, name));
  }

  private static boolean has(byte[] bytes, int at, String mark) {
    var length = mark.length();
    return bytes.length >= at + length && new String(bytes, at, length, ISO_8859_1).equals(mark);
  }
}
