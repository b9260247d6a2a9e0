package dev.deed.ownership.propose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.deed.ownership.Owner;
import dev.deed.ownership.file.OwnershipFile;
import dev.deed.ownership.propose.RepositoryFacts.Reasoned;
import dev.deed.ownership.propose.RepositoryFacts.UrlVariable;
import dev.deed.ownership.propose.SourceFacts.Reach;
import dev.deed.ownership.propose.SourceFacts.TableLink;
import dev.deed.ownership.teams.CatalogComponent;
import dev.deed.ownership.teams.Codeowners;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.Tool;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposerTest {

  private static SourceFacts source(String path, String version, String creates, String needs) {
    return source(path, version, creates, needs, List.of());
  }

  private static SourceFacts source(
      String path, String version, String creates, String needs, List<TableLink> links) {
    return new SourceFacts(
        path,
        Tool.SQL,
        "names that begin with a version",
        List.of(path + "/" + version + "_a.sql"),
        0,
        new TreeMap<>(),
        new Reach(Set.of(version), new TreeSet<>(tables(creates)), tables(needs), Set.of(), links));
  }

  private static Set<QualifiedName> tables(String names) {
    return Stream.of(names.split(" "))
        .filter(name -> !name.isEmpty())
        .map(ProposerTest::table)
        .collect(Collectors.toSet());
  }

  private static QualifiedName table(String name) {
    var dot = name.indexOf('.');
    return dot < 0
        ? QualifiedName.of("public", name)
        : QualifiedName.of(name.substring(0, dot), name.substring(dot + 1));
  }

  private static RepositoryFacts facts(List<SourceFacts> sources) {
    return facts(sources, null, List.of(), null);
  }

  private static RepositoryFacts facts(
      List<SourceFacts> sources,
      @Nullable String codeowners,
      List<CatalogComponent> components,
      @Nullable LiveFacts live) {
    return new RepositoryFacts(
        "Shop Çorp!",
        sources,
        codeowners == null ? null : Codeowners.of(new SourceFile("CODEOWNERS"), codeowners),
        components,
        live,
        List.of(new UrlVariable("DATABASE_URL", ".env.example")),
        new Reasoned("16", "the oldest image of PostgreSQL, in compose.yaml"));
  }

  /// The proposal as a file that the reader accepts.
  private static OwnershipFile read(RepositoryFacts facts) {
    var text = ProposalText.of(Proposer.of(facts));
    var file = OwnershipFile.of(new SourceFile("schema-ownership.yaml"), text.getBytes(UTF_8));
    assertThat(file.problems()).as(text).isEmpty();
    return file;
  }

  private static String text(RepositoryFacts facts) {
    read(facts);
    return ProposalText.of(Proposer.of(facts));
  }

  private static String owner(OwnershipFile file, String database, String table) {
    return file.map().ownerOf(new DatabaseName(database), table(table))
            instanceof Owner.OwnedBy(var service, _)
        ? service.text()
        : "none";
  }

  @Test
  void gives_a_repository_with_one_folder_one_service() {
    var facts = facts(List.of(source("db/migrations", "1", "users billing.invoices", "")));
    var file = read(facts);
    assertThat(owner(file, "main", "users")).isEqualTo("shop-corp");
    assertThat(owner(file, "main", "billing.invoices")).isEqualTo("shop-corp");
    assertThat(text(facts))
        .contains(
            "# guess: the repository's folder has this name\n  shop-corp:",
            "tool: sql\n    migrations: db/migrations\n",
            "# guess: the oldest image of PostgreSQL, in compose.yaml\n    postgres: 16",
            "# guess: .env.example names it\n      main: ${DATABASE_URL}");
  }

  @Test
  void marks_every_guess_with_its_reason() {
    var facts =
        facts(
            List.of(
                source("services/web/db", "1", "users", ""),
                source("services/billing/db", "2", "invoices", "users")));
    var guesses = Proposer.of(facts).guesses();
    assertThat(text(facts).lines().filter(line -> line.strip().startsWith("# guess: ")))
        .hasSize(guesses)
        .noneMatch(line -> line.strip().equals("# guess:") || line.contains("null"));
  }

  @Test
  void joins_folders_that_use_each_others_tables_in_one_database() {
    var file =
        read(
            facts(
                List.of(
                    source("services/web/migrations", "1", "users sessions", ""),
                    source("services/billing/migrations", "2", "invoices", "users"))));
    assertThat(file.map().databases()).hasSize(1);
    assertThat(owner(file, "main", "users")).isEqualTo("web");
    assertThat(owner(file, "main", "invoices")).isEqualTo("billing");
    assertThat(owner(file, "main", "other")).isEqualTo("none");
  }

  @Test
  void keeps_folders_apart_that_share_versions_or_nothing() {
    assertThat(
            read(facts(
                    List.of(
                        source("a/migrations", "1", "users", ""),
                        source("b/migrations", "1", "bills", "users"))))
                .map()
                .databases())
        .hasSize(2);
    assertThat(
            read(facts(
                    List.of(
                        source("a/migrations", "1", "users", ""),
                        source("b/migrations", "2", "bills", ""))))
                .map()
                .databases())
        .hasSize(2);
  }

  @Test
  void joins_the_folders_of_versions() {
    var file =
        read(
            facts(
                List.of(
                    source("db/versions/1.0", "1", "users", ""),
                    source("db/versions/1.1", "2", "bills", ""))));
    assertThat(file.map().databases()).hasSize(1);
    assertThat(file.map().services()).hasSize(1);
  }

  @Test
  void takes_names_and_teams_from_backstage_and_codeowners() {
    var component =
        new CatalogComponent(
            new SourceFile("services/web/catalog-info.yaml"), "Web Shop", "web-team", Span.NONE);
    var facts =
        facts(
            List.of(
                source("services/web/db/migrations", "1", "users", ""),
                source("services/billing/db/migrations", "2", "invoices", "users")),
            "* @acme/all\n/services/billing/ @acme/billing @acme/ops\n",
            List.of(component),
            null);
    assertThat(text(facts))
        .contains("  web-shop:\n", "team: web-team", "team: '@acme/billing @acme/ops'")
        .contains("# guess: CODEOWNERS:2 gives /services/billing/ to @acme/billing @acme/ops");
  }

  @Test
  void names_services_for_teams_where_one_program_has_folders_of_several() {
    var file =
        read(
            facts(
                List.of(
                    source("migrations/a", "1", "users", ""),
                    source("migrations/b", "2", "bills", "users")),
                "/migrations/a/ @acme/alpha\n/migrations/b/ @acme/beta\n",
                List.of(),
                null));
    assertThat(owner(file, "main", "users")).isEqualTo("alpha");
    assertThat(owner(file, "main", "bills")).isEqualTo("beta");
  }

  /// Migrations of one folder cannot be told apart: a division would make all later ones foreign.
  @Test
  void only_mentions_how_the_tables_of_one_folder_could_be_divided() {
    var creates = "auth_a auth_b auth_c shop_a shop_b shop_c";
    assertThat(text(facts(List.of(source("db", "1", creates, "")))))
        .contains("could also be divided among services by the beginning of their names")
        .contains("#   auth:\n#     owns:\n#       main: [auth_a, auth_b, auth_c]");
    assertThat(text(facts(List.of(source("db", "1", "x.a x.b y.c", "")))))
        .contains("by their schema");
    var links =
        List.of(
            new TableLink(table("b"), table("a")),
            new TableLink(table("c"), table("a")),
            new TableLink(table("y"), table("x")),
            new TableLink(table("z"), table("x")));
    assertThat(text(facts(List.of(source("db", "1", "a b c x y z", "", links)))))
        .contains("by the foreign keys between them", "#   a:", "#   x:");
    assertThat(text(facts(List.of(source("db", "1", "users orders", "")))))
        .doesNotContain("could also be divided");
  }

  @Test
  void divides_a_database_without_migrations_by_the_roles_that_own_its_tables() {
    var tables = new TreeMap<QualifiedName, String>();
    tables.put(table("users"), "web_role");
    tables.put(table("bills"), "billing_role");
    tables.put(table("odd \"name\""), "web_role");
    var file =
        read(facts(List.of(), null, List.of(), new LiveFacts("Shop", 17, tables, List.of())));
    assertThat(owner(file, "shop", "users")).isEqualTo("web_role");
    assertThat(owner(file, "shop", "bills")).isEqualTo("billing_role");
    assertThat(owner(file, "shop", "odd \"name\"")).isEqualTo("web_role");
    assertThat(file.map().databases().iterator().next().postgres()).isEqualTo(17);
  }

  @Test
  void begins_with_one_service_where_there_is_nothing() {
    assertThat(owner(read(facts(List.of())), "main", "anything")).isEqualTo("shop-corp");
  }

  @Test
  void writes_a_file_that_can_be_read_whatever_names_it_meets() {
    for (var path :
        List.of(
            "",
            "no",
            "1",
            "-x",
            "a b/db",
            "Ünïcode/db",
            "on/migrations",
            "a'b",
            "a\"b",
            "a\nb",
            "{x}",
            "#c",
            "yes/no/true",
            "x".repeat(200),
            "*",
            "&a",
            "null",
            "~",
            "a: b",
            "a#b")) {
      for (var name : List.of("users", "Users", "a.b", "x*", "\"", "é", "with space", "#", "no")) {
        read(
            facts(
                List.of(
                    source(path, "1", name, ""),
                    source(path + "/other", "2", "t", name.contains(".") ? "" : name)),
                "* @a/b\n",
                List.of(),
                null));
      }
    }
  }

  @Test
  void says_what_is_not_sql() {
    var rails =
        new SourceFacts(
            "db/migrate",
            Tool.RAILS,
            "what rails writes into its files",
            List.of("db/migrate/1_a.rb"),
            1,
            new TreeMap<>(),
            new Reach(Set.of("1"), new TreeSet<>(), Set.of(), Set.of(), List.of()));
    assertThat(text(facts(List.of(rails))))
        .contains("# 1 of these migrations are not SQL: offline_sql names the command");
  }

  /// A claim that decides about no table would be reported at once.
  @Test
  void claims_nothing_where_no_table_is() {
    var billing = facts(List.of(source("db", "1", "billing.bills", "")));
    assertThat(ProposalText.of(Proposer.of(billing))).contains("main: ['billing.*']");
    var both = facts(List.of(source("db", "1", "billing.bills users", "")));
    assertThat(ProposalText.of(Proposer.of(both))).contains("main: ['*', 'billing.*']");
  }

  private static SourceFacts source(Tool tool, String path, String version, int unread) {
    var creates = new TreeSet<>(tables(unread > 0 ? "" : path.replaceAll("\\W", "_")));
    return new SourceFacts(
        path,
        tool,
        "names",
        List.of(path + "/" + version + "_a.sql"),
        unread,
        new TreeMap<>(),
        new Reach(Set.of(version), creates, Set.of(), Set.of(), List.of()));
  }

  /// What is not SQL shows no tables, but its tool's conventions do.
  @Test
  void claims_by_the_conventions_of_tools_whose_files_are_not_sql() {
    var apps =
        Proposer.of(
            facts(
                List.of(
                    source(Tool.DJANGO, "apps/shop/migrations", "1", 1),
                    source(Tool.DJANGO, "apps/mail/migrations", "2", 1))));
    assertThat(ProposalText.of(apps)).contains("main: ['shop_*']", "main: ['mail_*']");
    var rails =
        Proposer.of(
            facts(
                List.of(
                    source(Tool.RAILS, "engines/pay/db/migrate", "2", 1),
                    source(Tool.RAILS, "db/migrate", "1", 1),
                    source(Tool.RAILS, "db/post_migrate", "3", 1))));
    assertThat(rails.services())
        .extracting(service -> service.name().text(), service -> service.owns().get("main"))
        .containsExactlyInAnyOrder(tuple("pay", List.of()), tuple("shop-corp", List.of("*")));
  }

  private static int databases(SourceFacts... sources) {
    return Proposer.of(facts(List.of(sources))).databases().size();
  }

  @Test
  void joins_the_folders_that_one_program_runs() {
    assertThat(
            databases(
                source(Tool.RAILS, "db/migrate", "1", 1),
                source(Tool.RAILS, "engines/pay/db/migrate", "2", 1)))
        .isEqualTo(1);
    assertThat(
            databases(
                source(Tool.RAILS, "a/db/migrate", "1", 1),
                source(Tool.RAILS, "b/db/migrate", "2", 1)))
        .isEqualTo(2);
    assertThat(
            databases(
                source(Tool.FLYWAY, "pay/src/main/resources/db/migration", "1", 0),
                source(Tool.FLYWAY, "pay/src/main/java/db/migration", "2", 1)))
        .isEqualTo(1);
    assertThat(
            databases(
                source(Tool.FLYWAY, "pay/src/main/resources/db/migration", "1", 0),
                source(Tool.FLYWAY, "web/src/main/java/db/migration", "2", 1)))
        .isEqualTo(2);
    assertThat(
            databases(
                source(Tool.SQL, "db/common/migrations", "1", 0),
                source(Tool.SQL, "db/postgres/migrations", "1", 0)))
        .isEqualTo(1);
    assertThat(
            databases(
                source(Tool.SQL, "db/users/migrations", "1", 0),
                source(Tool.SQL, "db/postgres/migrations", "1", 0)))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "migrations/main/api, api",
    "db/billing/migrations, billing",
    "pay/src/main/resources/org/acme/db/migration, pay",
    "src/main/resources/org/acme/db/migration, shop-corp",
    "schema/versions/pgsql, shop-corp",
    "services/web/db, web",
    "dba/patches, dba"
  })
  void names_a_service_for_the_folder_of_its_program(String path, String service) {
    var proposal = Proposer.of(facts(List.of(source(path, "1", "t", ""))));
    assertThat(proposal.services())
        .extracting(found -> found.name().text())
        .containsExactly(service);
  }
}
