package dev.deed.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.deed.cli.host.Surroundings;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;

/// The permitted dependencies between modules and packages, as in ARCHITECTURE.md.
@DisabledIfSystemProperty(named = "quick", matches = ".*", disabledReason = "-Dquick")
class ArchitectureTest {

  private static final JavaClasses DEED =
      new ClassFileImporter()
          .withImportOption(
              place -> !place.contains("/test-classes/") && !place.contains("-tests.jar"))
          .importPackages("dev.deed");

  @ParameterizedTest
  @CsvSource({
    "sql,       dev.deed.sql..,       'dev.deed.sql..'",
    "lint,      dev.deed.lint..,      'dev.deed.sql.., dev.deed.lint..'",
    "expand,    dev.deed.expand..,    'dev.deed.sql.., dev.deed.expand..'",
    "ownership, dev.deed.ownership.., 'dev.deed.sql.., dev.deed.ownership..'",
    "engine,    dev.deed.engine..,    'dev.deed.sql.., dev.deed.engine..'",
    "project,   dev.deed.project..,   'dev.deed.sql.., dev.deed.ownership.., dev.deed.engine.., dev.deed.project..'",
    "servers,   dev.deed.project.server, 'dev.deed.sql.., dev.deed.engine.., dev.deed.project.server'",
    "drift,     dev.deed.drift..,     'dev.deed.sql.., dev.deed.ownership.., dev.deed.drift..'",
    "report,    dev.deed.cli.report, 'dev.deed.sql.., dev.deed.lint.., dev.deed.ownership.., dev.deed.engine.., dev.deed.drift.., dev.deed.cli.report'",
    "render,    dev.deed.cli.render, 'dev.deed.sql.., dev.deed.lint.., dev.deed.ownership.., dev.deed.engine.., dev.deed.drift.., dev.deed.cli.report, dev.deed.cli.render'",
    "host,      dev.deed.cli.host, 'dev.deed.sql.., dev.deed.lint.., dev.deed.ownership.., dev.deed.engine.., dev.deed.drift.., dev.deed.cli.report, dev.deed.cli.render, dev.deed.cli.host'",
    "scratch,   dev.deed.cli.scratch, 'dev.deed.sql, dev.deed.engine.., dev.deed.cli.host, dev.deed.project.server, dev.deed.cli.scratch'",
    "job,       dev.deed.cli.job, 'dev.deed.sql.., dev.deed.lint.., dev.deed.expand.., dev.deed.ownership.., dev.deed.engine.., dev.deed.drift.., dev.deed.project.., dev.deed.cli.report, dev.deed.cli.host, dev.deed.cli.scratch, dev.deed.cli.job'",
  })
  void knows_only_the_modules_below_it(String name, String module, String known) {
    check(
        noClasses()
            .that()
            .resideInAPackage(module)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("dev.deed..").and(resideOutsideOfPackages(known.split(", *"))))
            .as("%s knows no module but %s".formatted(name, known)));
  }

  @ParameterizedTest
  @CsvSource({
    "java.sql..,             'dev.deed.engine.connect, dev.deed.engine.run, dev.deed.engine.look.., dev.deed.engine.history, dev.deed.engine.evidence, dev.deed.engine.backup, dev.deed.engine.changeover, dev.deed.engine.scratch, dev.deed.engine.rehearsal, dev.deed.engine.rows, dev.deed.project.server'",
    "javax.sql..,            'dev.deed.engine.connect, dev.deed.engine.run, dev.deed.engine.look.., dev.deed.engine.history, dev.deed.engine.evidence, dev.deed.engine.backup, dev.deed.engine.changeover, dev.deed.engine.scratch, dev.deed.engine.rehearsal, dev.deed.engine.rows, dev.deed.project.server'",
    "org.postgresql..,       'dev.deed.engine.connect, dev.deed.engine.run, dev.deed.engine.rows, dev.deed.engine.look.checkup'",
    "io.agroal..,            dev.deed.engine.connect",
    "org.yaml.snakeyaml..,   dev.deed.ownership.file",
    "com.fasterxml.jackson.., dev.deed.cli.render",
    "picocli..,              dev.deed.cli",
    "io.quarkus.runtime..,   dev.deed.cli",
    "io.quarkus.picocli..,   dev.deed.cli",
    "io.quarkus.arc..,       dev.deed.cli",
    "io.quarkus.qute..,      dev.deed.cli.render",
    "org.graalvm..,          dev.deed.cli",
    "jakarta..,              dev.deed.cli",
    "io.zonky..,             dev.deed.project.server",
  })
  void keeps_a_library_to_the_packages_that_own_it(String library, String owners) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(owners.split(", *"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library)
            .as("only %s knows %s".formatted(owners, library)));
  }

  @Test
  void keeps_sql_free_of_the_world() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.deed.sql..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..")
                    .or(assignableTo(Clock.class)))
            .as("sql knows no files, no network, no clock: a text means the same everywhere"));
  }

  @Test
  void has_no_cycles_between_packages() {
    check(slices().matching("dev.(**)").should().beFreeOfCycles());
  }

  @Test
  void keeps_the_commands_to_itself() {
    // Types nested in an interface are public implicitly, but not more visible than the interface.
    check(
        classes()
            .that()
            .resideInAPackage("dev.deed.cli")
            .and()
            .areTopLevelClasses()
            .and()
            .areNotAnnotatedWith(QuarkusMain.class)
            .should()
            .notBePublic());
    check(
        classes().that().areAnnotatedWith(Command.class).should().resideInAPackage("dev.deed.cli"));
  }

  @Test
  void touches_the_process_in_one_place() {
    check(
        noClasses()
            .that()
            .areNotAssignableTo(Surroundings.class)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(FileDescriptor.class)
            .orShould()
            .callMethod(System.class, "console")
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .as("only Surroundings touches the streams and the environment of the process"));
  }

  @Test
  void takes_the_time_from_a_clock_that_was_given() {
    check(
        noClasses()
            .that()
            .areNotAssignableTo(Surroundings.class)
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .as(
                "only Surroundings makes a clock: a test sets another, and System.nanoTime() measures"));
  }

  @Test
  void reaches_nothing_by_reflection() {
    check(
        noClasses()
            .should()
            .callMethodWhere(
                target(nameMatching("from")).and(target(owner(type(AgroalDataSource.class)))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ServiceLoader.class)
            .orShould()
            .callMethod(Class.class, "forName", String.class)
            .as(
                "nothing is found by reflection, which a native image does not see: a pool is made by"
                    + " new io.agroal.pool.DataSource(...)"));
  }

  @Test
  void gives_an_optional_back_and_never_keeps_one() {
    check(
        noFields()
            .should()
            .haveRawType(Optional.class)
            .because("@Nullable says that it may be absent"));
  }

  @Test
  void names_things_for_what_they_are() {
    check(
        noClasses()
            .should()
            .haveNameMatching(
                ".*(Manager|Helper|Utils?|Context|Info|Data|Impl|Processor|Violation|Changeset|Changelog)")
            .as("a class is named for what it is, not Manager, Helper, Util, Context, Info ..."));
  }

  /// Swapped neighbours of one type would compile. `RunPolicy` copies itself by name; whoever makes
  /// one does so in one place.
  @Test
  void records_of_nine_components_and_more_are_built_by_name() {
    check(
        noClasses()
            .should()
            .callConstructorWhere(
                describe(
                    "a record of nine components or more is built by position",
                    ArchitectureTest::isLongRecordByPosition)));
  }

  private static boolean isLongRecordByPosition(JavaConstructorCall call) {
    var target = call.getTargetOwner();
    var caller = call.getOriginOwner();
    return target.isRecord()
        && call.getTarget().getRawParameterTypes().size() >= 9
        && !target.getSimpleName().equals("RunPolicy")
        && !caller.equals(target)
        && !caller.getSimpleName().endsWith("Draft");
  }

  private static void check(ArchRule rule) {
    // An empty package cannot break a rule.
    rule.allowEmptyShould(true).check(DEED);
  }
}
