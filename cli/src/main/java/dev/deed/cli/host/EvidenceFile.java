package dev.deed.cli.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.cli.render.EvidenceJson;
import dev.deed.engine.evidence.Evidence;
import dev.deed.engine.evidence.EvidenceFound;
import dev.deed.engine.evidence.EvidenceNotKept;
import dev.deed.engine.evidence.EvidenceStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Evidence in a file that a CI server keeps: one JSON object a line, added at the end.
///
/// @param name as the user knows it
/// @param person who is named where the evidence names no person
public record EvidenceFile(String name, Path path, Clock clock, String person)
    implements EvidenceStore {

  private static final String ADVICE = "name a file that you can read and write: --evidence FILE";

  @Override
  public String words() {
    return name;
  }

  /// Two runs may write at once: each adds whole lines, and never to the rest of a line that a
  /// killed one has left.
  @Override
  public void keep(List<Evidence> evidence) {
    var lines = new StringBuilder();
    evidence.forEach(one -> lines.append(EvidenceJson.line(named(one))).append('\n'));
    if (lines.isEmpty()) {
      return;
    }
    try {
      var folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      append(lines.toString());
    } catch (IOException e) {
      throw new EvidenceNotKept(name, "cannot be written: " + reason(e), ADVICE);
    }
  }

  private Evidence named(Evidence evidence) {
    return evidence.word().who().isBlank() ? evidence.by(person) : evidence;
  }

  private void append(String lines) throws IOException {
    try (var channel =
            FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      var size = channel.size();
      var last = ByteBuffer.allocate(1);
      var isTorn = size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
      var bytes = ByteBuffer.wrap(((isTorn ? "\n" : "") + lines).getBytes(UTF_8));
      channel.position(size);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  @Override
  public EvidenceFound find(Collection<Evidence.Subject> subjects) {
    var found = new ArrayList<Evidence>();
    var damages = new ArrayList<String>();
    var number = 0;
    for (var line : lines()) {
      number++;
      if (!line.isBlank()) {
        var evidence = EvidenceJson.read(name + ":" + number, line, damages);
        if (evidence != null && subjects.stream().anyMatch(evidence.subject()::concerns)) {
          found.add(evidence);
        }
      }
    }
    return new EvidenceFound(found, damages, clock.instant());
  }

  @Override
  public Condition condition() {
    var damages = new ArrayList<String>();
    var number = 0;
    try {
      for (var line : lines()) {
        number++;
        if (!line.isBlank()) {
          EvidenceJson.read(name + ":" + number, line, damages);
        }
      }
    } catch (EvidenceNotKept e) {
      return new Condition(name, String.valueOf(e.getMessage()), "", e.advice());
    }
    if (!damages.isEmpty()) {
      return new Condition(
          name,
          String.join("; ", damages),
          "",
          "correct or delete these lines: nothing is believed of them");
    }
    if (!Files.exists(path)) {
      return new Condition(name + ", which the first evidence creates", "", "", "");
    }
    var words = "%s, lines: %d".formatted(name, number);
    return Files.isWritable(path)
        ? new Condition(words, "", "", "")
        : new Condition(words, "", "the file is read-only", ADVICE);
  }

  private List<String> lines() {
    try {
      return new String(Files.readAllBytes(path), UTF_8).lines().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new EvidenceNotKept(name, "cannot be read: " + reason(e), ADVICE);
    }
  }

  private String reason(IOException e) {
    return Files.isDirectory(path) ? "it is a folder" : FileTrouble.reason(e);
  }
}
