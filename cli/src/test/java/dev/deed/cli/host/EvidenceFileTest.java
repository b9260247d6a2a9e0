package dev.deed.cli.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.engine.Checksum;
import dev.deed.engine.Version;
import dev.deed.engine.evidence.Evidence;
import dev.deed.engine.evidence.EvidenceNotKept;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFileTest {

  private static final Instant NOW = Instant.parse("2026-01-29T10:30:00Z");
  private static final Checksum UP = Checksum.of("CREATE TABLE t (id int)");

  private static final Evidence.Subject SUBJECT =
      new Evidence.Subject(new DatabaseName("auth"), new Version("1"), UP, null);

  @TempDir Path folder;

  private EvidenceFile file(String name) {
    return new EvidenceFile(name, folder.resolve(name), Clock.fixed(NOW, ZoneOffset.UTC), "carl");
  }

  private static Evidence word(String who, @Nullable Instant expires) {
    return new Evidence(
        Evidence.Kind.ACKNOWLEDGED,
        SUBJECT,
        new Evidence.Place(new EnvironmentName("production"), "", ""),
        Evidence.Outcome.PASSED,
        new Evidence.Word(who, "told them\nall", NOW, expires),
        Map.of("box", "told"));
  }

  @Test
  void gives_back_what_was_kept_line_by_line() {
    var file = file("kept/evidence.jsonl");
    assertThat(file.find(List.of(SUBJECT)).all()).isEmpty();

    file.keep(List.of(word("ann", null)));
    file.keep(List.of(word("bob", NOW), word("", null)));

    assertThat(file.find(List.of(SUBJECT)).all())
        .containsExactly(word("ann", null), word("bob", NOW), word("carl", null));
    assertThat(file.find(List.of()).all()).isEmpty();
    assertThat(file.find(List.of(SUBJECT)).readAt()).isEqualTo(NOW);
  }

  @Test
  void names_lines_that_are_damaged_and_adds_none_to_a_torn_one() throws IOException {
    var file = file("evidence.jsonl");
    file.keep(List.of(word("ann", null)));
    var path = folder.resolve("evidence.jsonl");
    Files.writeString(path, "{\"kind\": \"backup\"}\n\n{\"kind\": \"ba", StandardOpenOption.APPEND);
    file.keep(List.of(word("bob", null)));

    var found = file.find(List.of(SUBJECT));

    assertThat(found.all()).hasSize(2);
    assertThat(found.damages())
        .containsExactly(
            "evidence.jsonl:2 has no database, no who, a checksum that is not 64 hexadecimal"
                + " digits, a version that is not one, an outcome that is neither passed nor failed,"
                + " no time",
            "evidence.jsonl:4 is not a JSON object");
  }

  @Test
  void says_why_it_cannot_be_read_or_written() {
    assertThatThrownBy(() -> file(".").keep(List.of(word("ann", null))))
        .isInstanceOf(EvidenceNotKept.class)
        .hasMessageContaining("cannot be written: it is a folder");
    assertThatThrownBy(() -> file(".").find(List.of(SUBJECT)))
        .isInstanceOf(EvidenceNotKept.class)
        .hasMessageContaining("cannot be read: it is a folder");
  }
}
