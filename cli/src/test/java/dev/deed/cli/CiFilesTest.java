package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The files that `deed ci` writes: their structure, and their shell steps, which are run.
class CiFilesTest {

  private static final ObjectMapper YAML = new YAMLMapper();

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
        local: {urls: {main: postgresql://localhost/main}}
        production:
          promote_from: staging
          urls: {main: "${PROD_URL}", shop: "${SHOP_URL:-postgresql://x/y}"}
        staging:
          urls: {main: "postgresql://u:${STAGING_PASSWORD}@h/main"}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    Files.createDirectories(folder.resolve("migrations/main/web"));
    Files.createDirectories(folder.resolve("shop/db"));
    Files.writeString(folder.resolve("schema-ownership.yaml"), OWNERSHIP);
  }

  private String written(String kind, String file) throws IOException {
    var answer = Console.in(folder).run("ci", kind);
    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out()).startsWith("written: " + file + "\nnext: ");
    return Files.readString(folder.resolve(file));
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(item -> texts.add(item.asString()));
    return texts;
  }

  @Test
  void writes_a_workflow_of_github() throws Exception {
    var text = written("github", ".github/workflows/deed.yml");
    var workflow = YAML.readTree(text);
    var paths =
        List.of(
            "schema-ownership.yaml", "known-findings.txt", "shop/db/**", "migrations/main/web/**");

    // "on" is a word for true in older YAML; GitHub reads it as a text, as Jackson does.
    assertThat(texts(workflow.at("/on/pull_request/paths")))
        .containsExactlyInAnyOrderElementsOf(paths);
    assertThat(texts(workflow.at("/on/push/paths"))).containsExactlyInAnyOrderElementsOf(paths);
    assertThat(workflow.at("/on/schedule/0/cron").asString()).matches("\\d+ \\d+ \\* \\* \\*");
    assertThat(workflow.at("/permissions/contents").asString()).isEqualTo("read");
    assertThat(fields(workflow.path("jobs")))
        .containsExactly(
            "check",
            "rehearse",
            "apply-staging",
            "apply-production",
            "drift-staging",
            "drift-production");
    var apply = workflow.at("/jobs/apply-production");
    assertThat(apply.path("needs").asString()).isEqualTo("apply-staging");
    assertThat(apply.at("/concurrency/group").asString()).isEqualTo("deed-production");
    assertThat(apply.at("/concurrency/cancel-in-progress").asBoolean(true)).isFalse();
    assertThat(fields(apply.path("env"))).containsExactly("PROD_URL", "SHOP_URL");
    assertThat(fields(workflow.at("/jobs/apply-staging/env"))).containsExactly("STAGING_PASSWORD");
    for (var job : workflow.path("jobs")) {
      assertThat(job.path("runs-on").asString()).isEqualTo("ubuntu-latest");
      for (var step : job.path("steps")) {
        assertThat(step.has("run") ^ step.has("uses")).as(step.toString()).isTrue();
        assertThat(fields(step))
            .isSubsetOf("name", "if", "uses", "with", "run", "env", "continue-on-error");
      }
    }
    assertThat(text).doesNotContainPattern("@[a-z]+ *@").contains("${{ vars.DEED_DOWNLOAD }}");
  }

  private static List<String> fields(JsonNode node) {
    return List.copyOf(node.propertyNames());
  }

  @Test
  void writes_a_pipeline_of_gitlab() throws Exception {
    var text = written("gitlab", ".gitlab/deed.yml");
    var pipeline = YAML.readTree(text);

    assertThat(fields(pipeline))
        .containsExactly(
            ".deed",
            "deed-check",
            "deed-rehearse",
            "deed-apply-staging",
            "deed-apply-production",
            "deed-drift-staging",
            "deed-drift-production");
    assertThat(texts(pipeline.at("/deed-check/rules/0/changes"))).contains("shop/db/**");
    var apply = pipeline.at("/deed-apply-production");
    assertThat(apply.path("resource_group").asString()).isEqualTo("deed-production");
    assertThat(texts(apply.path("needs"))).containsExactly("deed-apply-staging");
    for (var job : pipeline) {
      assertThat(fields(job))
          .isSubsetOf(
              "extends",
              "image",
              "services",
              "variables",
              "before_script",
              "script",
              "after_script",
              "rules",
              "artifacts",
              "environment",
              "resource_group",
              "interruptible",
              "needs");
    }
    assertThat(text).doesNotContainPattern("@[a-z]+ *@");
  }

  @Test
  void writes_hooks() throws Exception {
    var hook = YAML.readTree(written("pre-commit", ".pre-commit-config.yaml")).at("/repos/0");
    assertThat(hook.path("repo").asString()).isEqualTo("local");
    assertThat(fields(hook.at("/hooks/0")))
        .containsExactly("id", "name", "language", "entry", "pass_filenames", "files");
    var files = Pattern.compile(hook.at("/hooks/0/files").asString());
    assertThat(files.matcher("shop/db/V1__a.sql").find()).isTrue();
    assertThat(files.matcher("migrations/main/web/1_a.sql").find()).isTrue();
    assertThat(files.matcher("schema-ownership.yaml").find()).isTrue();
    assertThat(files.matcher("src/shop/db/x.sql").find()).isFalse();
    assertThat(files.matcher("schema-ownershipXyaml").find()).isFalse();
  }

  @Test
  void names_the_ownership_file_where_it_is_not_at_the_top() throws IOException {
    var sub = Files.createDirectories(folder.resolve("db"));
    Files.move(folder.resolve("schema-ownership.yaml"), sub.resolve("schema-ownership.yaml"));
    assertThat(Console.in(sub).run("ci", "github").exit()).isZero();
    assertThat(Files.readString(folder.resolve(".github/workflows/deed.yml")))
        .contains("- 'db/schema-ownership.yaml'", "- 'db/migrations/main/web/**'")
        .contains("run: deed --ownership db/schema-ownership.yaml check --base");
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab", "pre-commit", "lefthook"})
  void replaces_no_file_that_differs(String kind) throws IOException {
    var console = Console.in(folder);
    assertThat(console.run("ci", kind, "--dry-run").exit()).isZero();
    assertThat(console.run("ci", kind).exit()).isZero();
    assertThat(console.run("ci", kind).exit()).isZero();
    var file =
        Stream.of(
                ".github/workflows/deed.yml",
                ".gitlab/deed.yml",
                ".pre-commit-config.yaml",
                "lefthook.yml")
            .map(folder::resolve)
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    Files.writeString(file, "mine\n");
    var refused = console.run("ci", kind);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("exists already", "--force");
    assertThat(file).hasContent("mine\n");
    assertThat(console.run("ci", kind, "--force").exit()).isZero();
    assertThat(Files.readString(file)).contains("deed");
  }

  @Test
  void has_no_job_for_one_persons_machine() throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        OWNERSHIP.substring(0, OWNERSHIP.indexOf("  production:")));
    var workflow = YAML.readTree(written("github", ".github/workflows/deed.yml"));
    assertThat(fields(workflow.path("jobs"))).containsExactly("check", "rehearse");
    assertThat(workflow.at("/on/schedule").isMissingNode()).isTrue();
  }

  /// The step of that name, run by the shell that GitHub uses, with programs that a test has put in
  /// place of `gh`.
  private int run(String script, Map<String, String> variables)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    process.environment().put("HOME", folder.toString());
    process
        .environment()
        .put("PATH", folder.resolve("bin") + ":" + process.environment().get("PATH"));
    process.environment().putAll(variables);
    var started = process.start();
    var out = new String(started.getInputStream().readAllBytes(), UTF_8);
    Files.writeString(folder.resolve("step.log"), out);
    return started.waitFor();
  }

  private String step(String name) throws IOException {
    for (var step :
        YAML.readTree(written("github", ".github/workflows/deed.yml")).at("/jobs/check/steps")) {
      if (step.path("name").asString().startsWith(name)) {
        return step.path("run").asString();
      }
    }
    throw new IllegalArgumentException(name);
  }

  @Test
  void installs_the_program_only_with_the_right_checksum()
      throws IOException, InterruptedException, NoSuchAlgorithmException {
    var release = Files.createDirectories(folder.resolve("release/deed-1.2.3-linux-x86_64/bin"));
    var deed = Files.writeString(release.resolve("deed"), "#!/bin/sh\necho deed\n");
    assertThat(deed.toFile().setExecutable(true)).isTrue();
    var program = folder.resolve("deed-1.2.3-linux-x86_64.tar.gz");
    assertThat(run("tar -czf " + program + " -C release deed-1.2.3-linux-x86_64", Map.of()))
        .isZero();
    var sum =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(program)));
    var path = folder.resolve("path").toString();
    var script = step("Install");
    var url = "file://" + program;

    assertThat(run(script, Map.of("DEED_DOWNLOAD", url, "DEED_SHA256", sum, "GITHUB_PATH", path)))
        .isZero();
    assertThat(folder.resolve(".local/bin/deed")).isExecutable();
    assertThat(Files.readString(Path.of(path))).contains(".local/bin");
    var wrong = "0".repeat(sum.length());
    assertThat(run(script, Map.of("DEED_DOWNLOAD", url, "DEED_SHA256", wrong, "GITHUB_PATH", path)))
        .isNotZero();
    assertThat(run(script, Map.of("DEED_DOWNLOAD", "", "GITHUB_PATH", path))).isNotZero();
  }

  /// The fake keeps one comment in a file, as the server would.
  @Test
  void updates_one_comment_in_place() throws IOException, InterruptedException {
    var bin = Files.createDirectories(folder.resolve("bin"));
    var gh = bin.resolve("gh");
    Files.writeString(
        gh,
        """
        #!/bin/sh
        echo "$*" >> calls
        case "$*" in
          *--jq*) test -f server && echo 42; exit 0 ;;
          *) cp comment.md server ;;
        esac
        """);
    assertThat(gh.toFile().setExecutable(true)).isTrue();
    var script = step("Comment");
    var variables = Map.of("GITHUB_REPOSITORY", "acme/shop", "PULL_REQUEST", "7", "GH_TOKEN", "x");

    assertThat(run(script, variables)).isZero();
    assertThat(folder.resolve("calls")).doesNotExist();
    for (var text : List.of("first `$(touch hacked)`", "second")) {
      Files.writeString(folder.resolve("deed.md"), text + "\n");
      assertThat(run(script, variables)).as(Files.readString(folder.resolve("step.log"))).isZero();
      assertThat(folder.resolve("server")).hasContent("<!-- deed check -->\n" + text + "\n");
    }
    assertThat(folder.resolve("hacked")).doesNotExist();
    assertThat(Files.readAllLines(folder.resolve("calls")))
        .filteredOn(call -> !call.contains("--jq"))
        .containsExactly(
            "api --silent --method POST repos/acme/shop/issues/7/comments --field body=@comment.md",
            "api --silent --method PATCH repos/acme/shop/issues/comments/42 --field body=@comment.md");
  }

  /// Every line of the written files that runs deed, as the shell passes it on.
  @ParameterizedTest
  @CsvSource({
    "github, .github/workflows/deed.yml",
    "gitlab, .gitlab/deed.yml",
    "pre-commit, .pre-commit-config.yaml",
    "lefthook, lefthook.yml",
  })
  void runs_commands_that_the_command_line_accepts(String kind, String file)
      throws IOException, InterruptedException {
    var bin = Files.createDirectories(folder.resolve("bin"));
    var deed = Files.writeString(bin.resolve("deed"), "#!/bin/sh\nprintf '%s\\n' \"$@\" > got\n");
    assertThat(deed.toFile().setExecutable(true)).isTrue();
    var commands =
        Pattern.compile("(?m)^ *(?:run: |entry: |- )(deed .*)$")
            .matcher(written(kind, file))
            .results()
            .map(command -> command.group(1))
            .toList();
    assertThat(commands).isNotEmpty();
    for (var command : commands) {
      assertThat(run(command, Map.of("GITHUB_BASE_REF", "main"))).as(command).isZero();
      var arguments = Files.readAllLines(folder.resolve("got"));
      assertThat(HelpPagesTest.commandLine().parseArgs(arguments.toArray(String[]::new)).errors())
          .as(command)
          .isEmpty();
    }
  }

  /// GitLab's server is played by one that keeps the notes of one merge request.
  @Test
  void updates_one_note_of_a_merge_request_in_place() throws IOException, InterruptedException {
    assumeTrue(run("command -v curl jq", Map.of()) == 0, "curl and jq are not installed");
    var notes = new ConcurrentHashMap<String, String>();
    var calls = new CopyOnWriteArrayList<String>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
          var form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          if (!form.isEmpty()) {
            notes.put(
                "42", form.substring(form.indexOf("\r\n\r\n") + 4, form.lastIndexOf("\r\n--")));
          }
          var list = new ArrayList<Map<String, Object>>();
          list.add(Map.of("id", 7, "body", "a note of a person"));
          notes.forEach((id, body) -> list.add(Map.of("id", Integer.valueOf(id), "body", body)));
          var answer = new ObjectMapper().writeValueAsBytes(list);
          exchange.sendResponseHeaders(200, answer.length);
          try (var out = exchange.getResponseBody()) {
            out.write(answer);
          }
        });
    server.start();
    try {
      var script =
          YAML.readTree(written("gitlab", ".gitlab/deed.yml"))
              .at("/deed-check/after_script/0")
              .asString();
      var variables =
          Map.of(
              "CI_API_V4_URL", "http://localhost:" + server.getAddress().getPort(),
              "CI_PROJECT_ID", "3",
              "CI_MERGE_REQUEST_IID", "9",
              "DEED_COMMENT_TOKEN", "x",
              "no_proxy", "localhost");
      assertThat(run(script, variables)).isZero();
      assertThat(calls).isEmpty();
      for (var text : List.of("first `$(touch hacked)`", "second")) {
        Files.writeString(folder.resolve("deed.md"), text + "\n");
        assertThat(run(script, variables))
            .as(Files.readString(folder.resolve("step.log")))
            .isZero();
        assertThat(notes).containsOnly(Map.entry("42", "<!-- deed check -->\n" + text + "\n"));
      }
    } finally {
      server.stop(0);
    }
    assertThat(folder.resolve("hacked")).doesNotExist();
    var path = "/projects/3/merge_requests/9/notes";
    assertThat(calls)
        .containsExactly("GET " + path, "POST " + path, "GET " + path, "PUT " + path + "/42");
  }

  private static Path top() {
    return Path.of(System.getProperty("basedir", "")).resolve("..").normalize();
  }

  /// The files that other repositories refer to install the program as `deed ci` does.
  @Test
  void installs_the_same_way_for_other_repositories() throws IOException {
    var install = step("Install").lines().toList();
    var script = String.join("\n", install.subList(0, install.size() - 1));
    var action = YAML.readTree(Golden.read(top().resolve("action.yml")));
    assertThat(fields(action)).containsExactly("name", "description", "branding", "inputs", "runs");
    assertThat(action.at("/runs/using").asString()).isEqualTo("composite");
    for (var one : action.at("/runs/steps")) {
      assertThat(fields(one)).isSubsetOf("name", "shell", "env", "run", "working-directory");
      assertThat(one.path("shell").asString()).isEqualTo("bash");
      // An input within a script would be run as a part of it.
      assertThat(one.path("run").asString()).doesNotContain("${{");
    }
    assertThat(action.at("/runs/steps/0/run").asString()).startsWith(script);

    var component = Golden.read(top().resolve("templates/deed.yml")).split("(?m)^---$");
    assertThat(fields(YAML.readTree(component[0]).at("/spec/inputs")))
        .containsExactly("download", "sha256", "stage", "image");
    assertThat(YAML.readTree(component[1]).at("/deed-check/before_script/1").asString().strip())
        .isEqualTo(script);

    var hook = YAML.readTree(Golden.read(top().resolve(".pre-commit-hooks.yaml"))).get(0);
    assertThat(fields(hook))
        .containsExactly(
            "id", "name", "description", "entry", "language", "pass_filenames", "files");
    var files = Pattern.compile(hook.path("files").asString());
    assertThat(files.matcher("migrations/main/web/1_a.sql").find()).isTrue();
    assertThat(files.matcher("src/a.java").find()).isFalse();
  }

  /// The arguments of the action are words, not a script.
  @Test
  void runs_no_shell_from_the_arguments_of_the_action() throws IOException, InterruptedException {
    var bin = Files.createDirectories(folder.resolve(".local/bin"));
    var deed = Files.writeString(bin.resolve("deed"), "#!/bin/sh\nprintf '%s|' \"$@\" > got\n");
    assertThat(deed.toFile().setExecutable(true)).isTrue();
    var action = YAML.readTree(Golden.read(top().resolve("action.yml")));
    var script = action.at("/runs/steps/1/run").asString();

    assertThat(run(script, Map.of("DEED_ARGUMENTS", "check --base x;touch $(touch hacked)")))
        .isZero();
    assertThat(folder.resolve("hacked")).doesNotExist();
    assertThat(folder.resolve("got")).hasContent("check|--base|x;touch|$(touch|hacked)|");
  }
}
