package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The files that `deed ci` writes, and those of this repository that others refer to, are valid by
/// the schemas that GitHub's, GitLab's, pre-commit's and lefthook's users check theirs with.
class CiSchemasTest {

  private static final Path TOP =
      Path.of(System.getProperty("basedir", "")).resolve("..").normalize();
  private static final String OWNERSHIP =
      """
      version: 1
      databases:
        main:
        shop: {tool: flyway, migrations: shop/db, service: shop}
      services:
        web: {owns: {main: ["*"]}}
        shop: {owns: {shop: ["*"]}}
      environments:
        staging: {urls: {main: "postgresql://u:${STAGING_PASSWORD}@h/main"}}
        production: {promote_from: staging, urls: {main: "${PROD_URL}"}}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    Files.createDirectories(folder.resolve("shop/db"));
    Files.writeString(folder.resolve("schema-ownership.yaml"), OWNERSHIP);
  }

  private static void assertValid(String schema, String yaml) {
    var published = PublishedSchema.named(schema);
    assertThat(published.mistakes(yaml)).isEmpty();
    assertThat(published.unguarded(yaml)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "github, .github/workflows/deed.yml, github-workflow",
    "gitlab, .gitlab/deed.yml, gitlab-ci",
    "pre-commit, .pre-commit-config.yaml, pre-commit-config",
    "lefthook, lefthook.yml, lefthook",
  })
  void writes_files_that_are_valid_by_their_schemas(String kind, String file, String schema)
      throws IOException {
    assertThat(Console.in(folder).run("ci", kind).exit()).isZero();
    assertValid(schema, Files.readString(folder.resolve(file)));
  }

  /// Without an environment there are no jobs that apply.
  @ParameterizedTest
  @CsvSource({
    "github, .github/workflows/deed.yml, github-workflow",
    "gitlab, .gitlab/deed.yml, gitlab-ci",
  })
  void writes_valid_files_for_a_repository_without_environments(
      String kind, String file, String schema) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        OWNERSHIP.substring(0, OWNERSHIP.indexOf("environments:")));
    assertThat(Console.in(folder).run("ci", kind).exit()).isZero();
    assertValid(schema, Files.readString(folder.resolve(file)));
  }

  @Test
  void has_a_valid_action_hook_and_component() {
    assertValid("github-action", Golden.read(TOP.resolve("action.yml")));
    assertValid("pre-commit-hooks", Golden.read(TOP.resolve(".pre-commit-hooks.yaml")));
    // What comes before it says which inputs the component has: GitLab has no schema for that.
    var component = Golden.read(TOP.resolve("templates/deed.yml")).split("(?m)^---$", 2);
    assertValid("gitlab-ci", component[1]);
  }

  /// The schema is older than one permission, which GitHub has added.
  @Test
  void has_valid_workflows() throws IOException {
    try (var files = Files.list(TOP.resolve(".github/workflows"))) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(file ->
              assertValid(
                  "github-workflow", Golden.read(file).replaceAll("\n +attestations: write", "")));
    }
  }

  @Test
  void knows_a_key_that_is_misspelt() {
    Stream.of(
            "on: push\njobs: {a: {runs-on: x, step: [{run: a}]}}",
            "on: push\njobs: {a: {runs-on: x, steps: [{runs: a}]}}",
            "on: push\njobs: {a: {runs-on: x, steps: [{run: a}]}}\npermission: {contents: read}")
        .forEach(yaml ->
            assertThat(PublishedSchema.named("github-workflow").mistakes(yaml)).isNotEmpty());
    assertThat(PublishedSchema.named("gitlab-ci").mistakes("a: {scripts: [b]}")).isNotEmpty();
    assertThat(
            PublishedSchema.named("pre-commit-config")
                .mistakes(
                    "repos: [{repo: local, hooks: [{id: a, name: a, language: system, entry: a,"
                        + " pass_filename: false}]}]"))
        .isNotEmpty();
  }
}
