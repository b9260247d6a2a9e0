package dev.deed.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.sql.parse.ScriptParts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// The text of a dump, kept compressed: it is read more than once, and a tenth as large. It can be
/// read while it is written: a reader waits for the next part.
public final class DumpText {

  /// Characters at either end, which show what kind of dump it is.
  private static final int END = 1_000;

  /// Characters of a part, which is compressed by itself.
  private static final int PART = 1 << 17;

  private final List<byte[]> parts = new ArrayList<>();
  private final StringBuilder head = new StringBuilder();
  private final StringBuilder tail = new StringBuilder();
  private long length;
  private boolean blank = true;
  private boolean ended;
  private @Nullable RuntimeException failure;

  private final Object reading = new Object();
  private @Nullable DumpWords words;

  private DumpText() {}

  public static DumpText of(String text) {
    try {
      return of(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads all of it. A byte order mark does not belong to the text.
  static DumpText of(Reader text) throws IOException {
    var dump = new DumpText();
    dump.readAll(text);
    dump.end();
    return dump;
  }

  /// A text that another thread writes.
  static DumpText beingWritten() {
    return new DumpText();
  }

  void readAll(Reader text) throws IOException {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      var buffer = new char[PART];
      var filled = 0;
      for (var read = text.read(buffer);
          read >= 0;
          read = text.read(buffer, filled, PART - filled)) {
        filled += read;
        // The first part is small: what it says of the dump is waited for.
        if (filled == PART || (filled > 1 && isFirst())) {
          // Half a character belongs to the next part.
          var whole = Character.isHighSurrogate(buffer[filled - 1]) ? filled - 1 : filled;
          add(buffer, whole, deflater);
          System.arraycopy(buffer, whole, buffer, 0, filled - whole);
          filled -= whole;
        }
      }
      add(buffer, filled, deflater);
    } finally {
      deflater.end();
    }
  }

  private synchronized boolean isAtStart() {
    return length == 0;
  }

  private synchronized boolean isFirst() {
    return head.length() < END;
  }

  private void add(char[] buffer, int filled, Deflater deflater) {
    if (filled == 0) {
      return;
    }
    var mark = isAtStart() && buffer[0] == '\uFEFF' ? 1 : 0;
    var part = new String(buffer, mark, filled - mark);
    var packed = packed(part, deflater);
    synchronized (this) {
      length += part.length();
      blank = blank && part.isBlank();
      head.append(part, 0, Math.min(part.length(), END - head.length()));
      tail.append(part, Math.max(0, part.length() - END), part.length());
      tail.delete(0, Math.max(0, tail.length() - END));
      parts.add(packed);
      notifyAll();
    }
  }

  private static byte[] packed(String part, Deflater deflater) {
    var bytes = part.getBytes(UTF_8);
    var packed = new ByteArrayOutputStream(bytes.length / 6 + 64);
    // The size of what is packed comes first.
    for (var shift = 24; shift >= 0; shift -= 8) {
      packed.write(bytes.length >>> shift);
    }
    deflater.reset();
    deflater.setInput(bytes);
    deflater.finish();
    var buffer = new byte[1 << 13];
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    return packed.toByteArray();
  }

  private static String unpacked(byte[] packed) {
    var size = 0;
    for (var i = 0; i < 4; i++) {
      size = (size << 8) | (packed[i] & 0xff);
    }
    var bytes = new byte[size];
    var inflater = new Inflater();
    try {
      inflater.setInput(packed, 4, packed.length - 4);
      for (var at = 0; at < size; ) {
        at += inflater.inflate(bytes, at, size - at);
      }
      return new String(bytes, UTF_8);
    } catch (DataFormatException e) {
      throw new IllegalStateException(e);
    } finally {
      inflater.end();
    }
  }

  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /// What was written is not all, and every reader is told why.
  synchronized void fail(RuntimeException why) {
    failure = why;
    end();
  }

  /// Waits until the first lines, or all of it, are there.
  ///
  /// @throws RuntimeException as the writer failed
  synchronized void awaitHead() {
    while (!ended && isFirst()) {
      await();
    }
    refuseFailed();
  }

  /// Waits until all of it is there.
  ///
  /// @throws RuntimeException as the writer failed
  synchronized void awaitEnd() {
    while (!ended) {
      await();
    }
    refuseFailed();
  }

  private void await() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a dump was read", e);
    }
  }

  private void refuseFailed() {
    if (failure != null) {
      throw failure;
    }
  }

  /// Null after the last part.
  private synchronized byte @Nullable [] part(int number) {
    while (!ended && parts.size() <= number) {
      await();
    }
    refuseFailed();
    return parts.size() <= number ? null : parts.get(number);
  }

  /// Its statements by their words, read once, while it is written.
  DumpWords words() {
    synchronized (reading) {
      if (words == null) {
        words = DumpWords.of(reader());
      }
      return words;
    }
  }

  ScriptParts.Source reader() {
    return reader(Long.MAX_VALUE);
  }

  private synchronized void refuseLonger(long most) {
    if (length > most) {
      throw new LargeDump();
    }
  }

  /// @param most the number of characters
  /// @throws LargeDump from a reader, as soon as more of them are there
  ScriptParts.Source reader(long most) {
    return new ScriptParts.Source() {
      private String part = "";
      private int at;
      private int next;

      @Override
      public int read(char[] buffer) {
        while (at == part.length()) {
          refuseLonger(most);
          var packed = part(next);
          if (packed == null) {
            return -1;
          }
          part = unpacked(packed);
          at = 0;
          next++;
        }
        var count = Math.min(buffer.length, part.length() - at);
        part.getChars(at, at + count, buffer, 0);
        at += count;
        return count;
      }
    };
  }

  /// Waits for it.
  synchronized String head() {
    awaitHead();
    return head.toString();
  }

  /// Waits for it.
  synchronized String tail() {
    awaitEnd();
    return tail.toString();
  }

  /// In characters. Waits for all of them.
  synchronized long length() {
    awaitEnd();
    return length;
  }

  /// Waits for all of it.
  synchronized boolean isBlank() {
    awaitEnd();
    return blank;
  }
}
