package dev.deed.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.sql.parse.ScriptParts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// The text of a dump, kept compressed: it is read more than once, and a tenth as large.
public final class DumpText {

  /// Characters at either end, which show what kind of dump it is.
  private static final int END = 1_000;

  private final byte[] packed;
  private final String head;
  private final String tail;
  private final long length;
  private final boolean blank;

  private DumpText(byte[] packed, String head, String tail, long length, boolean blank) {
    this.packed = packed;
    this.head = head;
    this.tail = tail;
    this.length = length;
    this.blank = blank;
  }

  public static DumpText of(String text) {
    try {
      return of(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads all of it. A byte order mark does not belong to the text.
  static DumpText of(Reader text) throws IOException {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    var packed = new ByteArrayOutputStream();
    var head = new StringBuilder();
    var tail = new StringBuilder();
    var length = 0L;
    var blank = true;
    try (var out = new OutputStreamWriter(new DeflaterOutputStream(packed, deflater), UTF_8)) {
      var buffer = new char[1 << 14];
      for (var read = text.read(buffer); read >= 0; read = text.read(buffer)) {
        var mark = length == 0 && read > 0 && buffer[0] == '\uFEFF' ? 1 : 0;
        var part = new String(buffer, mark, read - mark);
        out.write(part);
        length += part.length();
        blank = blank && part.isBlank();
        head.append(part, 0, Math.min(part.length(), END - head.length()));
        tail.append(part).delete(0, Math.max(0, tail.length() - END));
      }
    } finally {
      deflater.end();
    }
    return new DumpText(packed.toByteArray(), head.toString(), tail.toString(), length, blank);
  }

  ScriptParts.Source reader() {
    var text =
        new InputStreamReader(new InflaterInputStream(new ByteArrayInputStream(packed)), UTF_8);
    return buffer -> {
      try {
        return text.read(buffer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  String head() {
    return head;
  }

  String tail() {
    return tail;
  }

  /// In characters.
  long length() {
    return length;
  }

  boolean isBlank() {
    return blank;
  }
}
