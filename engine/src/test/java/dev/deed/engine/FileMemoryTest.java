package dev.deed.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.engine.file.FileChanged;
import dev.deed.engine.file.FileMemory;
import dev.deed.engine.file.Layout;
import dev.deed.engine.file.MigrationFolder;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// That a file is not opened is shown by what only the memory says of it.
@DisabledOnOs(OS.WINDOWS)
class FileMemoryTest {

  private static final DatabaseName MAIN = new DatabaseName("main");
  private static final String SQL = "CREATE TABLE t (id bigint);\n";
  private static final String FALSE = "0".repeat(64);

  @TempDir private Path folder;

  @BeforeEach
  void write_a_migration() throws IOException {
    write(SQL + "-- DOWN Migration\n-- DROP TABLE t;\n");
  }

  @Test
  void does_not_open_a_file_that_has_not_changed() throws IOException {
    remember();
    pretend(FALSE);

    var migration = read(later());

    assertThat(migration.up().isAs(new Checksum(FALSE))).isTrue();
    assertThat(migration.requires()).isEmpty();
    assertThat(migration.downCommented()).isTrue();
  }

  @Test
  void opens_it_before_it_says_that_it_was_edited() throws IOException {
    remember();
    pretend(FALSE);

    var migration = read(later());

    assertThat(migration.up().isAs(Checksum.of(SQL))).isTrue();
    assertThat(migration.checksum()).isEqualTo(Checksum.of(SQL));
    assertThat(migration.hasDown()).isTrue();
  }

  @Test
  void opens_a_file_that_was_changed_to_the_same_length() throws IOException {
    remember();
    write(SQL.replace("t (", "u (") + "-- DOWN Migration\n-- DROP TABLE u;\n");

    var migration = read(later());

    assertThat(migration.up().isAs(Checksum.of(SQL))).isFalse();
    assertThat(migration.up().text()).contains("TABLE u");
  }

  @Test
  void opens_a_file_that_was_changed_and_given_its_old_time_again() throws IOException {
    remember();
    var time = Files.getLastModifiedTime(file());
    write(SQL.replace("t (", "u (") + "-- DOWN Migration\n-- DROP TABLE u;\n");
    Files.setLastModifiedTime(file(), time);

    assertThat(read(later()).up().isAs(Checksum.of(SQL))).isFalse();
  }

  @Test
  void remembers_nothing_of_a_file_that_was_changed_a_moment_ago() {
    var memory = memory(Instant.now());

    read(memory);
    memory.save();

    assertThat(place()).doesNotExist();
  }

  @Test
  void remembers_nothing_of_a_file_that_requires_another() throws IOException {
    write("-- deed: requires main/000\n" + SQL);

    remember();

    assertThat(place()).doesNotExist();
  }

  @Test
  void does_not_open_a_part_of_a_changeover_to_say_which_it_is() throws IOException {
    write(
        """
        -- deed: changeover c phase=contract operation=rename-column table=public.t old="A b" new=c
        -- deed: contract of=004 wait=48h

        -- deed: backfill key=id batch=10
        UPDATE t SET id = id;
        -- DOWN Migration
        -- -- deed: transaction none
        -- SELECT 1;
        """);
    remember();
    Files.writeString(place(), Files.readString(place()).replace("of=004", "of=003"));

    var migration = read(later());

    assertThat(migration.contract().orElseThrow().of()).isEqualTo(new Version("003"));
    assertThat(migration.changeover().orElseThrow().old()).isEqualTo("A b");
    assertThat(migration.up().mentionedBackfills()).isEqualTo(1);
    Files.delete(file());
    assertThat(migration.requires()).isEmpty();
    assertThat(migration.isMarkedDraft()).isFalse();
  }

  @Test
  void opens_a_file_whose_directives_only_a_whole_reading_finds() throws IOException {
    var directive = "-- deed: contract of=004\n";
    for (var text : List.of(SQL + directive, directive.replace("=", "=\t") + SQL)) {
      write(text);
      remember();
      Files.writeString(place(), Files.readString(place()).replace("of=004", "of=003"));

      assertThat(read(later()).contract().map(ContractOrder::of))
          .isEqualTo(Optional.of(new Version("004")).filter(_ -> text.startsWith(SQL)));
    }
  }

  @Test
  void finds_in_the_down_what_is_not_in_the_up() throws IOException {
    write(SQL + "-- DOWN Migration\n-- deed: contract of=004\nDROP TABLE t;\n");
    remember();

    assertThat(read(later()).contract()).isEmpty();
  }

  @Test
  void reads_all_where_the_memory_is_damaged() throws IOException {
    remember();
    pretend(FALSE);
    var whole = Files.readString(place());
    var cut = whole.substring(0, whole.length() - 2);
    var shorter = whole.substring(0, whole.length() - 9);
    for (var damaged : List.of("", "\n\n\t", cut, shorter, "x" + whole)) {
      Files.writeString(place(), damaged);

      assertThat(read(later()).up().isAs(new Checksum(FALSE))).isFalse();
    }
  }

  @Test
  void does_not_believe_another_version_of_the_program() throws IOException {
    remember();
    pretend(FALSE);

    var migration = read(FileMemory.at(place(), "2", Instant.now()));

    assertThat(migration.up().isAs(new Checksum(FALSE))).isFalse();
  }

  @Test
  void does_without_where_it_cannot_be_written() throws IOException {
    Files.writeString(folder.resolve("cache"), "a file");

    remember();

    assertThat(read(later()).up().isAs(Checksum.of(SQL))).isTrue();
  }

  @Test
  void tells_of_a_file_that_changes_while_it_is_at_work() throws IOException {
    remember();
    var migration = read(later());
    write("DROP TABLE t;\n");

    assertThatThrownBy(() -> migration.up().script())
        .isInstanceOf(FileChanged.class)
        .hasMessage("migrations/main/web/001_t.sql was changed or removed while deed was running");
  }

  /// As a run does that comes long after the file was written.
  private void remember() {
    var memory = later();
    read(memory);
    memory.save();
  }

  private void pretend(String checksum) throws IOException {
    Files.writeString(place(), Files.readString(place()).replace(Checksum.of(SQL).hex(), checksum));
  }

  private FileMemory later() {
    return memory(Instant.now().plus(Duration.ofHours(1)));
  }

  private FileMemory memory(Instant now) {
    return FileMemory.at(place(), "1", now);
  }

  private Migration read(FileMemory memory) {
    var layout =
        new Layout(
            folder,
            Map.of(MAIN, folder.resolve("migrations/main")),
            Set.of(new ServiceName("web")));
    return MigrationFolder.read(layout, memory).all().getFirst();
  }

  private Path place() {
    return folder.resolve("cache/deed/project.files");
  }

  private Path file() {
    return folder.resolve("migrations/main/web/001_t.sql");
  }

  private void write(String text) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), text);
  }
}
