package dev.deed.junit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/// What this module knows of the others, as in ARCHITECTURE.md.
@DisabledIfSystemProperty(named = "quick", matches = ".*", disabledReason = "-Dquick")
class WallsTest {

  @Test
  void stands_on_project_and_what_is_below_it() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.deed..")
                .and(
                    resideOutsideOfPackages(
                        "dev.deed.sql..",
                        "dev.deed.ownership..",
                        "dev.deed.engine..",
                        "dev.deed.project..",
                        "dev.deed.junit..")))
        .check(
            new ClassFileImporter()
                .withImportOption(place -> !place.contains("/test-classes/"))
                .importPackages("dev.deed.junit"));
  }

  /// A user without Quarkus does not have its classes.
  @Test
  void keeps_quarkus_to_its_package() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.deed.junit.quarkus")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.quarkus..")
        .check(new ClassFileImporter().importPackages("dev.deed.junit"));
  }
}
