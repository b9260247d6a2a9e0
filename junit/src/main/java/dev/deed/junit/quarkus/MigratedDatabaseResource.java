package dev.deed.junit.quarkus;

import dev.deed.junit.JdbcUrl;
import dev.deed.junit.TestCopy;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Starts a Quarkus application under test on a database with the migrations applied. Fields of the
/// type [JdbcUrl] in the test get its place. Arguments: `database` and `file` as those of
/// `MigratedDatabase`, and `datasource`, the name of the application's data source if it has one.
public final class MigratedDatabaseResource implements QuarkusTestResourceLifecycleManager {

  private Map<String, String> arguments = Map.of();
  private @Nullable TestCopy copy;

  @Override
  public void init(Map<String, String> initArgs) {
    for (var name : initArgs.keySet()) {
      if (!name.equals("database") && !name.equals("datasource") && !name.equals("file")) {
        throw new IllegalArgumentException(
            "%s is not an argument of %s: database, datasource, file"
                .formatted(name, getClass().getSimpleName()));
      }
    }
    arguments = Map.copyOf(initArgs);
  }

  @Override
  public Map<String, String> start() {
    stop();
    var made =
        TestCopy.of(arguments.getOrDefault("file", ""), arguments.getOrDefault("database", ""));
    copy = made;
    var url = made.url();
    var settings = new HashMap<String, String>();
    settings.put(key("jdbc.url"), url.url());
    settings.put(key("username"), url.user());
    if (!url.password().isEmpty()) {
      settings.put(key("password"), url.password());
    }
    return settings;
  }

  private String key(String setting) {
    var name = arguments.getOrDefault("datasource", "");
    return name.isBlank()
        ? "quarkus.datasource." + setting
        : "quarkus.datasource.\"%s\".%s".formatted(name, setting);
  }

  @Override
  public void inject(TestInjector fields) {
    var made = copy;
    if (made != null) {
      fields.injectIntoFields(made.url(), new TestInjector.MatchesType(JdbcUrl.class));
    }
  }

  @Override
  public void stop() {
    var made = copy;
    copy = null;
    if (made != null) {
      made.close();
    }
  }
}
