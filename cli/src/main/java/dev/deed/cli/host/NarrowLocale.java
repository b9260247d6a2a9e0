package dev.deed.cli.host;

import dev.deed.sql.UserException;
import java.io.Serial;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The process runs in a locale in which a name of a file cannot be expressed: in `C` or `POSIX`,
/// Java knows ASCII only, and reads anything else as question marks.
public final class NarrowLocale extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private static final String UNKNOWN = "\ufffd";

  private NarrowLocale(String name, @Nullable Throwable cause) {
    super(
        "%s cannot be used: this locale has %s for names of files, and the name has other characters"
            .formatted(name.replace(UNKNOWN, "?"), encoding()),
        "run deed in a UTF-8 locale: LC_ALL=C.UTF-8 deed ...",
        cause);
  }

  /// A name that is known in full, but not to Java's file system.
  ///
  /// @return the failure itself if the locale is not the reason
  public static Exception of(InvalidPathException failure) {
    if (!failure.getReason().contains("unmappable")) {
      return failure;
    }
    return new NarrowLocale(failure.getInput(), failure);
  }

  /// @throws NarrowLocale if a name came in damaged: one of the arguments, or the folder that the
  ///   process runs in
  public static void refuse(List<String> arguments) {
    Stream.concat(arguments.stream(), Stream.of(System.getProperty("user.dir", "")))
        .filter(name -> name.contains(UNKNOWN))
        .findFirst()
        .ifPresent(name -> {
          throw new NarrowLocale(name, null);
        });
  }

  private static String encoding() {
    return System.getProperty("sun.jnu.encoding", "another encoding");
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
