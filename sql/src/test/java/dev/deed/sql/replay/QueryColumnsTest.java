package dev.deed.sql.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.parse.ScriptReader;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which columns a view stands in the way of, when they change.
class QueryColumnsTest {

  private static final String TABLES =
      """
      CREATE TABLE post (id int, name text, total int, "Odd" text);
      CREATE TABLE usr (id int, name text, mail text);
      CREATE TABLE "Sel" (id int, name text);
      CREATE SCHEMA bill;
      CREATE FUNCTION bill.total(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT * FROM usr                                              | usr.id usr.mail usr.name
          SELECT id, count(*) FROM post GROUP BY id                      | post.id
          SELECT id * total AS x FROM post                               | post.id post.total
          SELECT id, bill.total(id) AS t FROM post                       | post.id
          SELECT id, 'total' AS t FROM post                              | post.id
          SELECT "Odd" FROM post                                         | post.Odd
          SELECT id, name AS x FROM public."Sel" WHERE name > ''         | Sel.id Sel.name
          SELECT "Sel".id FROM "Sel"                                     | Sel.id
          SELECT p."Odd" FROM public.post AS p                           | post.Odd
          SELECT p.id, u.name AS n FROM post p JOIN usr u ON u.id = p.id | post.id usr.id usr.name
          SELECT post.id, usr.name AS n FROM post, usr                   | post.id usr.name
          SELECT p.* FROM post p, usr u WHERE u.mail <> ''               | post.Odd post.id post.name post.total usr.mail
          SELECT s.name FROM (SELECT id AS name FROM post) s             | post.id
          SELECT s.total FROM (SELECT * FROM post) AS s                  | post.Odd post.id post.name post.total
          WITH c AS (SELECT id AS mail FROM post) SELECT c.mail, u.id AS i FROM c, usr u | post.id usr.id
          SELECT mail FROM post JOIN usr USING (id)                      | post.id usr.id usr.mail
          SELECT x.a FROM usr AS x (a, b, c)                             | usr.id usr.mail usr.name
          SELECT name FROM post WHERE EXISTS (SELECT FROM usr u WHERE u.id = post.id) | post.id post.name usr.id usr.name
          SELECT total FROM post UNION ALL SELECT id FROM usr            | post.id post.total usr.id
          """)
  void depends_on_the_columns_that_its_query_uses(String query, String columns) {
    var reader = new SchemaReader(List.of("public"));
    var script =
        ScriptReader.read(new SourceFile("view.sql"), TABLES + "CREATE VIEW v AS " + query);
    assertThat(script.problems()).isEmpty();
    reader.read(script);
    var view = reader.catalog().view(QualifiedName.of("public", "v")).orElseThrow();

    assertThat(
            view.reads().stream()
                .filter(r -> r.kind() == ObjectKind.COLUMN)
                .map(QueryColumnsTest::name)
                .sorted()
                .collect(Collectors.joining(" ")))
        .isEqualTo(columns);
  }

  private static String name(ObjectName column) {
    return column.name().name() + "." + column.own();
  }
}
