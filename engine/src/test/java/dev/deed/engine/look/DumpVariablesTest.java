package dev.deed.engine.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class DumpVariablesTest {

  @Test
  void names_only_what_the_database_sets_otherwise(TestDatabase auth) {
    var before = variables(auth, "");
    auth.execute("ALTER DATABASE %s SET bytea_output = escape".formatted(auth.name()));
    auth.execute("ALTER DATABASE %s SET standard_conforming_strings = off".formatted(auth.name()));

    assertThat(before).containsEntry("PGTZ", "UTC").doesNotContainKey("PGOPTIONS");
    assertThat(variables(auth, ""))
        .containsEntry("PGOPTIONS", "-c standard_conforming_strings=on -c bytea_output=hex");
    assertThat(variables(auth, "?options=-cjit=off"))
        .containsEntry(
            "PGOPTIONS", "-cjit=off -c standard_conforming_strings=on -c bytea_output=hex");
  }

  private static Map<String, String> variables(TestDatabase database, String parameters) {
    var target = new Target(new EnvironmentName("local"), new DatabaseName("auth"));
    var url = ConnectionUrl.parse(database.url() + parameters, Map.of());
    return DumpVariables.of(new Address(target, url), Patience.of(Duration.ZERO));
  }
}
