package dev.deed.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.report.EmergencyScreen.LastChange;
import dev.deed.cli.report.EmergencyScreen.NextStep;
import dev.deed.cli.report.EmergencyScreen.Whose;
import dev.deed.engine.Goal;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import dev.deed.engine.Migrations;
import dev.deed.engine.Planner;
import dev.deed.engine.Section;
import dev.deed.engine.Version;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Target;
import dev.deed.engine.look.emergency.Emergency;
import dev.deed.engine.look.emergency.ServerState;
import dev.deed.engine.look.emergency.Sessions;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NextStepsTest {

  private static final DatabaseName MAIN = new DatabaseName("main");
  private static final Target TARGET = new Target(new EnvironmentName("production"), MAIN);

  private static List<String> commands(boolean isStandby) {
    var file = new SourceFile("migrations/main/web/1_a.sql");
    var name = new MigrationName(MAIN, new ServiceName("web"), new Version("1"), "a");
    var up = new Section(file, "CREATE TABLE a (id int);");
    var down = new Section(file, "DROP TABLE a;");
    var migrations =
        new Migrations(List.of(new Migration(name, file, up, down, false, false)), List.of());
    var history = new Planner(migrations).assumed(MAIN, Goal.HEAD);
    var server =
        new ServerState(
            15, "postgres", "main", isStandby, true, false, new ServerState.Slots(100, 3, 1), 0);
    var found = new Emergency(TARGET, server, Sessions.NONE, List.of(), history, List.of(), null);
    var address = new Address(TARGET, ConnectionUrl.parse("postgresql://localhost/main", Map.of()));
    var last = List.of(new LastChange(history.rows().getFirst(), List.of()));
    var steps =
        new NextSteps(found, Whose.UNKNOWN, last, new CommandWords(address, "production", true));
    return steps.all().stream().map(NextStep::commands).flatMap(List::stream).toList();
  }

  @Test
  void names_the_ways_to_change_the_primary() {
    assertThat(commands(false))
        .contains("deed apply --env production", "deed rollback --env production --to -1");
  }

  /// Neither `apply` nor `rollback` runs there.
  @Test
  void changes_nothing_on_a_standby() {
    assertThat(commands(true)).containsExactly("deed emergency --url URL-OF-THE-PRIMARY");
  }
}
