package dev.deed.engine.file;

import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A file is no longer what it was when it was found, a moment ago.
public final class FileChanged extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  FileChanged(SourceFile file, @Nullable Throwable cause) {
    super(
        file + " was changed or taken away while deed was at work",
        "run the same command again",
        cause);
  }

  @Override
  public Outcome outcome() {
    return Outcome.TRY_AGAIN;
  }
}
