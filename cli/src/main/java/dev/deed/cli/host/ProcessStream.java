package dev.deed.cli.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An output stream of this process that, unlike a `PrintStream`, keeps the reason of a failure.
public final class ProcessStream extends PrintStream {

  private final Target target;

  public ProcessStream(OutputStream out) {
    this(new Target(out));
  }

  private ProcessStream(Target target) {
    super(target, true, UTF_8);
    this.target = target;
  }

  /// The reason of a failed write; empty if the reader closed the pipe, as `head` does when it has
  /// enough.
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
