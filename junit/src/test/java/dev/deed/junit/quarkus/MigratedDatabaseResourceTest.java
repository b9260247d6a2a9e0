package dev.deed.junit.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.junit.JdbcUrl;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager.TestInjector;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Called as Quarkus does.
class MigratedDatabaseResourceTest {

  private static final Path EXAMPLE =
      Path.of(System.getProperty("basedir", "")).resolve("example/schema-ownership.yaml");

  private static String count(Map<String, String> settings, String key) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                settings.get(key + ".jdbc.url"), settings.get(key + ".username"), "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM deed.migration")) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void starts_the_application_on_a_migrated_database_and_drops_it() throws Exception {
    var resource = new MigratedDatabaseResource();
    resource.init(Map.of("file", EXAMPLE.toString()));
    var settings = resource.start();

    assertThat(count(settings, "quarkus.datasource")).isEqualTo("2");
    assertThat(settings).doesNotContainKey("quarkus.datasource.password");

    var injected = new HashMap<Class<?>, Object>();
    resource.inject(
        new TestInjector() {
          @Override
          public void injectIntoFields(Object value, Predicate<Field> predicate) {
            injected.put(value.getClass(), value);
          }
        });
    assertThat(injected.get(JdbcUrl.class))
        .isInstanceOfSatisfying(
            JdbcUrl.class,
            url -> assertThat(url.url()).isEqualTo(settings.get("quarkus.datasource.jdbc.url")));

    resource.stop();
    assertThatThrownBy(() -> count(settings, "quarkus.datasource"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void sets_a_data_source_that_has_a_name() throws Exception {
    var resource = new MigratedDatabaseResource();
    resource.init(Map.of("file", EXAMPLE.toString(), "database", "shop", "datasource", "orders"));

    assertThat(count(resource.start(), "quarkus.datasource.\"orders\"")).isEqualTo("2");
    resource.stop();
  }

  @Test
  void refuses_an_argument_that_it_does_not_know() {
    assertThatThrownBy(() -> new MigratedDatabaseResource().init(Map.of("databse", "main")))
        .hasMessage(
            "databse is not an argument of MigratedDatabaseResource: database, datasource, file");
  }
}
