package dev.deed.engine.file;

import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A file changed between being listed and being read.
public final class FileChanged extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  FileChanged(SourceFile file, @Nullable Throwable cause) {
    super(
        file + " was changed or removed while deed was running",
        "run the same command again",
        cause);
  }

  @Override
  public Outcome outcome() {
    return Outcome.TRY_AGAIN;
  }
}
