package dev.deed.engine.file;

import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads files as UTF-8, and reports where one is not.
final class MigrationFiles {

  static final RuleName UNREADABLE_FILE = new RuleName("unreadable-file");
  static final RuleName NOT_UTF8 = new RuleName("not-utf8");

  private static final char REPLACEMENT = '\uFFFD';

  private final Path base;
  private final List<Finding> findings;

  MigrationFiles(Path base, List<Finding> findings) {
    this.base = base.toAbsolutePath().normalize();
    this.findings = findings;
  }

  /// The same, for another thread.
  MigrationFiles reportingTo(List<Finding> others) {
    return new MigrationFiles(base, others);
  }

  /// Relative to the base if it is below it, always with slashes.
  SourceFile sourceFile(Path path) {
    var absolute = path.toAbsolutePath().normalize();
    var shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
    return new SourceFile(shown.toString().replace('\\', '/'));
  }

  /// For a file that was found in a folder: faster than resolving each path again.
  static SourceFile sourceFile(SourceFile folder, String name) {
    return new SourceFile(folder.path().isEmpty() ? name : folder.path() + "/" + name);
  }

  Optional<String> read(Path path) {
    try {
      return decode(path, Files.readAllBytes(path));
    } catch (IOException e) {
      var message = "the file cannot be read: " + reason(e);
      add(
          UNREADABLE_FILE,
          path,
          Span.NONE,
          message,
          "check its kind and permissions: ls -l " + sourceFile(path));
      return Optional.empty();
    }
  }

  static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "it does not exist";
      case AccessDeniedException denied -> "permission denied";
      case FileSystemException failure when failure.getReason() != null ->
          failure.getReason().toLowerCase(java.util.Locale.ROOT);
      default -> String.valueOf(e.getMessage());
    };
  }

  /// For bytes known to be UTF-8.
  static String text(byte[] bytes) {
    return withoutByteOrderMark(new String(bytes, StandardCharsets.UTF_8));
  }

  private Optional<String> decode(Path path, byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) < 0) {
      return Optional.of(withoutByteOrderMark(text));
    }
    // U+FFFD may be in the file or replace invalid bytes: only the decoder can tell.
    var input = ByteBuffer.wrap(bytes);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(input);
      return Optional.of(withoutByteOrderMark(text));
    } catch (CharacterCodingException e) {
      notUtf8(path, bytes, input.position());
      return Optional.empty();
    }
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private void notUtf8(Path path, byte[] bytes, int at) {
    var line = 1;
    var column = 1;
    for (var i = 0; i < at; i++) {
      var isContinuation = (bytes[i] & 0xC0) == 0x80;
      column = bytes[i] == '\n' ? 1 : column + (isContinuation ? 0 : 1);
      line += bytes[i] == '\n' ? 1 : 0;
    }
    var message = "the file is not UTF-8: byte 0x%02X".formatted(bytes[at] & 0xFF);
    var advice = "save it as UTF-8, for example with iconv -f LATIN1 -t UTF-8 " + sourceFile(path);
    add(NOT_UTF8, path, new Span(0, 0, line, column), message, advice);
  }

  private void add(RuleName rule, Path path, Span span, String message, String advice) {
    findings.add(Finding.error(rule, sourceFile(path), span, message, advice));
  }
}
