package dev.deed.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.cli.report.Sources;
import dev.deed.engine.connect.Target;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.file.OwnershipFile;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.RuleName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.UserException;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.Map;

/// What the samples of reports have in common. The names contain characters that would control a
/// terminal if they were not replaced.
final class SampleParts {

  static final String HOSTILE = "red\u001b[31m \uD83D\uDE00\n\u202E\"x";
  static final SourceFile FILE = new SourceFile("a\u001b.sql");
  static final DatabaseName AUTH = new DatabaseName("auth");
  static final Target TARGET = new Target(new EnvironmentName("staging"), AUTH);
  static final ServiceName WEB = new ServiceName("web");
  static final ObjectName HOSTILE_TABLE = ObjectName.table(QualifiedName.of("a", HOSTILE));
  static final String TEXT = "CREATE TABLE \"re\u001b[31md\" (a int);\nDO 'x';";

  static final OwnershipMap OWNERSHIP =
      OwnershipFile.of(
              FILE,
              """
              version: 1
              databases: {auth: }
              services: {web: {owns: {auth: ["*"]}, uses: {auth: [{table: a, access: reads}]}}}
              """
                  .getBytes(UTF_8))
          .map();

  private SampleParts() {}

  static List<Finding> findings() {
    return List.of(
        new Finding(
            new RuleName("not-owner"),
            Severity.ERROR,
            FILE,
            new Span(13, 18, 1, 14),
            "web changes " + HOSTILE,
            "ask " + HOSTILE,
            List.of(
                new Subject("table " + HOSTILE, "billing", HOSTILE, "#billing"),
                new Subject(
                    "table b",
                    "billing",
                    HOSTILE,
                    "#billing",
                    List.of(new Finding.Consumer("api", "writes", HOSTILE, "#api"))))),
        new Finding(
            new RuleName("file-name"),
            Severity.WARNING,
            FILE,
            Span.NONE,
            "the name marks a draft",
            "",
            List.of()));
  }

  static Sources sources() {
    return new Sources(Map.of(FILE, TEXT));
  }

  static final class Refused extends UserException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message, "type less of " + message);
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
