package dev.deed.cli.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stream of this process. A `PrintStream` keeps to itself why it failed; this one tells.
public final class ProcessStream extends PrintStream {

  private final Target target;

  public ProcessStream(OutputStream out) {
    this(new Target(out));
  }

  private ProcessStream(Target target) {
    super(target, true, UTF_8);
    this.target = target;
  }

  /// Empty while all is well, and where the reader went away: it has read what it wanted, as `head`
  /// does.
  Optional<IOException> trouble() {
    flush();
    var failure = target.failure;
    return Optional.ofNullable(failure).filter(f -> !"Broken pipe".equals(f.getMessage()));
  }

  private static final class Target extends FilterOutputStream {

    private @Nullable IOException failure;

    Target(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    @Override
    public void write(int character) throws IOException {
      write(new byte[] {(byte) character}, 0, 1);
    }
  }
}
