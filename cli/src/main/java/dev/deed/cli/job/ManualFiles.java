package dev.deed.cli.job;

import dev.deed.cli.host.FileTrouble;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Report;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/// Writes pages of the manual into a folder, over earlier ones.
public final class ManualFiles {

  private ManualFiles() {}

  /// @param pages by their file names
  public static Report write(Surroundings surroundings, Path folder, Map<String, String> pages) {
    var place = surroundings.workingDirectory().resolve(folder);
    var written = new ArrayList<SourceFile>();
    try {
      Files.createDirectories(place);
      for (var page : pages.entrySet()) {
        Files.writeString(place.resolve(page.getKey()), page.getValue());
        written.add(new SourceFile(folder.resolve(page.getKey()).toString().replace('\\', '/')));
      }
    } catch (IOException e) {
      throw new NotWritten(folder, e);
    }
    return new Report.Written(written);
  }

  /// The folder cannot be written.
  static final class NotWritten extends UserException {

    @Serial private static final long serialVersionUID = 1L;

    NotWritten(Path folder, IOException cause) {
      super(
          "the pages cannot be written into %s: %s".formatted(folder, FileTrouble.reason(cause)),
          "name a folder that you have permission to write: deed man --write FOLDER",
          cause);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
