package dev.deed.drift;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Golden;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Dumps of `pg_dump` before 9.6.8, which sets a search path where later ones qualify all names.
class OldDumpTest {

  @Test
  void is_equal_to_one_with_qualified_names() throws IOException {
    var old = side("path.sql");
    var now = side("qualified.sql");

    assertThat(DriftCheck.between(Owners.DATABASE, old, now, _ -> Optional.empty()).drifts())
        .isEmpty();
    assertThat(DriftCheck.between(Owners.DATABASE, now, old, _ -> Optional.empty()).drifts())
        .isEmpty();
  }

  @Test
  void differs_where_a_name_is_of_another_schema() throws IOException {
    var old = Files.readString(Golden.fixture("old-dumps").resolve("path.sql"));
    var other = old.replace("FROM (orders o", "FROM (public.users o");
    assertThat(other).isNotEqualTo(old);

    assertThat(
            DriftCheck.between(
                    Owners.DATABASE, side("path.sql"), side("x", other), _ -> Optional.empty())
                .drifts())
        .hasSize(1);
  }

  private static Side side(String name) throws IOException {
    return side(name, Files.readString(Golden.fixture("old-dumps").resolve(name)));
  }

  private static Side side(String name, String dump) throws IOException {
    return Side.ofFile(name, new SourceFile(name), new ByteArrayInputStream(dump.getBytes(UTF_8)));
  }
}
