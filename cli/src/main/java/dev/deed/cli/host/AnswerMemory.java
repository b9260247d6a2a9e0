package dev.deed.cli.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was checked and found without an error, by hashes of all that the answer depends on. Where
/// it is lost or cannot be written, the check is made again, and nothing else differs.
public final class AnswerMemory {

  /// Remembers nothing.
  public static final AnswerMemory NONE = new AnswerMemory(null, "");

  /// Older ones are of files that have changed since.
  private static final int MOST = 100;

  private final @Nullable Path place;
  private final String header;
  private final Set<String> keys = new LinkedHashSet<>();

  private AnswerMemory(@Nullable Path place, String header) {
    this.place = place;
    this.header = header;
  }

  /// @param place a file that may be missing
  /// @param program which version of it asks: another may answer otherwise
  static AnswerMemory at(Path place, String program) {
    var memory = new AnswerMemory(place, "deed answers 1 " + program);
    try {
      var lines = Files.readAllLines(place);
      if (!lines.isEmpty() && lines.getFirst().equals(memory.header)) {
        memory.keys.addAll(lines.subList(1, lines.size()));
      }
    } catch (IOException e) {
      // There is none yet, or none that can be read.
    }
    return memory;
  }

  public boolean has(String key) {
    return keys.contains(key);
  }

  public void keep(String key) {
    if (place == null || !keys.add(key)) {
      return;
    }
    var lines = new ArrayList<>(keys);
    var last = lines.subList(Math.max(0, lines.size() - MOST), lines.size());
    var written = place.resolveSibling(place.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.createDirectories(written.toAbsolutePath().getParent());
      Files.writeString(written, header + "\n" + String.join("\n", last) + "\n");
      Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      written.toFile().delete();
    }
  }
}
