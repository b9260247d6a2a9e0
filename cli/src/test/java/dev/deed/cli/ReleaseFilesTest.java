package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What makes a release, as far as it runs without one: the scripts, and the steps of the workflow.
class ReleaseFilesTest {

  private static final ObjectMapper YAML = new YAMLMapper();
  private static final List<String> PLATFORMS =
      List.of("linux-x86_64", "linux-aarch_64", "osx-x86_64", "osx-aarch_64");

  @TempDir private Path folder;

  private record Answer(int exit, String out) {}

  private Answer run(Map<String, String> variables, String... command)
      throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    process.environment().putAll(variables);
    var started = process.start();
    var out = new String(started.getInputStream().readAllBytes(), UTF_8);
    return new Answer(started.waitFor(), out);
  }

  private static Path top() {
    return Path.of(System.getProperty("basedir", "")).resolve("..").normalize().toAbsolutePath();
  }

  private static String script(String name) {
    return top().resolve("packaging").resolve(name).toString();
  }

  /// A program that prints its arguments, and ends with a code of its own.
  private Path program() throws IOException {
    var built = Files.createDirectories(folder.resolve("built"));
    Files.writeString(built.resolve("postgres-linux-x86_64.txz"), "archive");
    var program =
        Files.writeString(
            built.resolve("deed"), "#!/bin/sh\necho \"ran: $*\"\ntest \"$1\" != fail || exit 7\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  private void archives(String version) throws IOException, InterruptedException {
    var staged = folder.resolve("staged/deed");
    var laidOut = run(Map.of(), "sh", script("stage"), program().toString(), staged.toString());
    assertThat(laidOut.exit()).as(laidOut.out()).isZero();
    Files.createDirectories(folder.resolve("out/release"));
    for (var platform : PLATFORMS) {
      var archive = "out/release/deed-" + version + "-" + platform + ".tar.gz";
      assertThat(run(Map.of(), "tar", "-czf", archive, "-C", "staged", "deed").exit()).isZero();
    }
  }

  @Test
  void lays_out_a_native_program_with_its_postgresql() throws IOException, InterruptedException {
    archives("1.2.3");
    var staged = folder.resolve("staged/deed");
    assertThat(staged.resolve("bin/deed")).isExecutable();
    assertThat(staged.resolve("lib/deed/postgres-linux-x86_64.txz")).exists();
    assertThat(staged.resolve("share/bash-completion/completions/deed"))
        .hasContent("ran: completion bash\n");
    assertThat(staged.resolve("share/doc/deed/LICENSE")).exists();
  }

  /// The script of a Java archive finds its jar, also through links, and needs no compiler.
  @Test
  void runs_on_java_from_any_folder() throws IOException, InterruptedException {
    var jar =
        Files.writeString(Files.createDirectories(folder.resolve("x")).resolve("deed.jar"), "");
    var staged = folder.resolve("staged");
    var java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
    Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"25.0.1\"\n");
    Files.writeString(java, "#!/bin/sh\nfor last; do :; done\necho \"$last with $*\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    var home = Map.of("JAVA_HOME", folder.resolve("java").toString());

    var laidOut = run(home, "sh", script("stage"), jar.toString(), staged.toString());
    assertThat(laidOut.exit()).as(laidOut.out()).isZero();
    Files.createSymbolicLink(folder.resolve("link"), Path.of("staged/bin/deed"));
    assertThat(run(home, folder.resolve("link").toString(), "check").out())
        .startsWith("check with ")
        .contains("-jar " + staged.toRealPath().resolve("lib/deed/deed.jar") + " check");
  }

  @Test
  void takes_the_notes_of_a_version_from_the_changelog() throws IOException, InterruptedException {
    var changelog =
        Files.writeString(
            folder.resolve("CHANGELOG.md"),
            """
            # Changelog

            ## Unreleased

            - new

            ## 1.2.30, 2026-02-01

            - other

            ## 1.2.3, 2026-01-29

            - first
              of two lines

            ## 1.0.0, 2026-01-01

            - old
            """);
    var home = Map.of("CHANGELOG", changelog.toString());
    var notes = script("release-notes");
    assertThat(run(home, notes, "1.2.3").out()).isEqualTo("- first\n  of two lines\n");
    assertThat(run(home, notes, "Unreleased").out()).isEqualTo("- new\n");
    var missing = run(home, notes, "1.2");
    assertThat(missing.exit()).isEqualTo(1);
    assertThat(missing.out()).contains("error: CHANGELOG.md has nothing of 1.2\nhelp: ");
    assertThat(run(Map.of(), notes, "Unreleased").exit()).isZero();
  }

  @Test
  void makes_packages_for_npm() throws IOException, InterruptedException {
    assumeTrue(run(Map.of(), "sh", "-c", "command -v node").exit() == 0, "Node is not installed");
    archives("1.2.3");
    var modules = folder.resolve("node_modules");
    var made =
        run(
            Map.of("GITHUB_REPOSITORY", "acme/deed"),
            script("npm/build"),
            "1.2.3",
            "out/release",
            modules.toString());
    assertThat(made.exit()).as(made.out()).isZero();
    var deed = YAML.readTree(Golden.read(modules.resolve("deed-cli/package.json")));
    assertThat(fields(deed.path("optionalDependencies")))
        .containsExactlyInAnyOrder(
            "deed-cli-linux-x64",
            "deed-cli-linux-arm64",
            "deed-cli-darwin-x64",
            "deed-cli-darwin-arm64");
    for (var name : fields(deed.path("optionalDependencies"))) {
      var part = YAML.readTree(Golden.read(modules.resolve(name).resolve("package.json")));
      assertThat(part.path("name").asString()).isEqualTo(name);
      assertThat(part.path("version").asString()).isEqualTo("1.2.3");
      assertThat(part.at("/repository/url").asString()).contains("acme/deed");
      assertThat(name)
          .isEqualTo(
              "deed-cli-%s-%s"
                  .formatted(part.at("/os/0").asString(), part.at("/cpu/0").asString()));
    }

    var wrapper = modules.resolve("deed-cli/bin/deed.js").toString();
    assertThat(run(Map.of(), "node", wrapper, "check", "a b"))
        .isEqualTo(new Answer(0, "ran: check a b\n"));
    assertThat(run(Map.of(), "node", wrapper, "fail").exit()).isEqualTo(7);

    assertThat(run(Map.of(), "sh", "-c", "rm -r node_modules/deed-cli-*").exit()).isZero();
    var missing = run(Map.of(), "node", wrapper, "check");
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.out()).startsWith("error: deed has no program for ").contains("\nhelp: ");
  }

  @Test
  void refuses_packages_for_npm_with_a_platform_missing() throws IOException, InterruptedException {
    archives("1.2.3");
    Files.delete(folder.resolve("out/release/deed-1.2.3-osx-aarch_64.tar.gz"));
    var made = run(Map.of(), script("npm/build"), "1.2.3", "out/release", "out/npm");
    assertThat(made.exit()).isEqualTo(1);
    assertThat(made.out())
        .contains("error: there is no out/release/deed-1.2.3-osx-aarch_64.tar.gz");
  }

  private static List<String> fields(JsonNode node) {
    return List.copyOf(node.propertyNames());
  }

  @Test
  void has_a_workflow_that_github_understands() throws IOException {
    var workflow = YAML.readTree(Golden.read(top().resolve(".github/workflows/release.yml")));
    assertThat(fields(workflow))
        .containsExactly("name", "on", "permissions", "concurrency", "jobs");
    var needed = new ArrayList<String>();
    for (var job : workflow.path("jobs")) {
      assertThat(fields(job))
          .isSubsetOf(
              "name",
              "needs",
              "strategy",
              "runs-on",
              "timeout-minutes",
              "environment",
              "permissions",
              "steps");
      job.path("needs").forEach(name -> needed.add(name.asString()));
      for (var step : job.path("steps")) {
        assertThat(step.has("run") ^ step.has("uses")).as(step.toString()).isTrue();
        assertThat(fields(step)).isSubsetOf("name", "uses", "with", "run", "env");
        // What a tag is called would be run as a part of the script.
        assertThat(step.path("run").asString()).doesNotContain("github.");
      }
    }
    assertThat(fields(workflow.path("jobs"))).containsAll(needed);
  }

  /// The step that collects what the jobs have built, with archives of a program that does nothing.
  @Test
  void runs_the_step_before_publishing() throws IOException, InterruptedException {
    archives("1.2.3");
    Files.writeString(folder.resolve("CHANGELOG.md"), "## 1.2.3, 2026-01-29\n\n- notes\n");
    Files.createSymbolicLink(folder.resolve("packaging"), top().resolve("packaging"));
    var steps =
        YAML.readTree(Golden.read(top().resolve(".github/workflows/release.yml")))
            .at("/jobs/publish/steps");
    for (var step : steps) {
      if (step.path("name").asString().equals("Notes and packages")) {
        var variables =
            Map.of("TAG", "v1.2.3", "CHANGELOG", folder.resolve("CHANGELOG.md").toString());
        var ran =
            run(
                variables,
                "bash",
                "--noprofile",
                "--norc",
                "-eo",
                "pipefail",
                "-c",
                step.path("run").asString());
        assertThat(ran.exit()).as(ran.out()).isZero();
      }
    }
    assertThat(folder.resolve("out/release-notes.md")).hasContent("- notes\n");
    assertThat(folder.resolve("out/npm/deed-cli/package.json")).exists();
    assertThat(folder.resolve("out/docker/arm64/bin/deed")).isExecutable();
    assertThat(folder.resolve("out/docker/amd64/lib/deed")).isDirectory();
  }

  /// The names of one platform's archive are the same wherever they are written.
  @Test
  void calls_platforms_the_same_everywhere() throws IOException {
    var jreleaser = YAML.readTree(Golden.read(top().resolve("jreleaser.yml")));
    var platforms = new ArrayList<String>();
    for (var artifact : jreleaser.at("/distributions/deed/artifacts")) {
      var platform = artifact.path("platform").asString();
      assertThat(artifact.path("path").asString())
          .isEqualTo("out/release/deed-{{ projectVersion }}-" + platform + ".zip");
      platforms.add(platform);
    }
    assertThat(platforms).containsExactlyElementsOf(PLATFORMS);
    var maven =
        Pattern.compile("<release.platform>(.*?)</release.platform>")
            .matcher(Golden.read(top().resolve("pom.xml")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(maven).containsExactlyInAnyOrderElementsOf(PLATFORMS);
  }

  /// JReleaser does not begin without them.
  @Test
  void names_the_pages_of_the_project_by_its_repository() throws IOException {
    var links = YAML.readTree(Golden.read(top().resolve("jreleaser.yml"))).at("/project/links");
    var repository = "https://{{repoHost}}/{{repoOwner}}/{{repoName}}";
    assertThat(links.path("homepage").asString()).isEqualTo(repository);
    assertThat(links.path("documentation").asString()).startsWith(repository + "/");
  }

  @Test
  void runs_the_image_as_another_user_than_root() throws IOException {
    var lines = Golden.read(top().resolve("packaging/docker/Dockerfile")).lines().toList();
    assertThat(lines.indexOf("USER 10001"))
        .isGreaterThan(lines.indexOf("COPY ${TARGETARCH}/ /usr/"));
    assertThat(lines.getLast()).isEqualTo("ENTRYPOINT [\"deed\"]");
  }
}
