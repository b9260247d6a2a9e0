package dev.deed.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes the site: `docs/index.html`, and a page a document.
public final class Site {

  private static final Path INDEX = Path.of("docs/index.html");

  private final List<Page> pages;
  private final String template;

  private Site(List<Page> pages, String template) {
    this.pages = pages;
    this.template = template;
  }

  /// @param arguments the top of the repository, and the folder to write
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /// @throws IllegalStateException if the target of a link does not exist
  static void write(Path top, Path out) throws IOException {
    var documents = Documents.in(top);
    var markdown = new Markdown(top, documents);
    var pages = new ArrayList<Page>();
    for (var source : documents.sources().toList()) {
      pages.add(markdown.read(source));
    }
    var problems = pages.stream().flatMap(page -> page.problems().stream()).toList();
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join("\n", problems));
    }
    new Site(pages, resource("page.html")).writeTo(out);
  }

  private void writeTo(Path out) throws IOException {
    for (var page : pages) {
      write(out.resolve(page.target()), html(page));
    }
    var index = new Page(INDEX, INDEX, "deed", contents(), "", List.of());
    write(out.resolve(INDEX), html(index));
    write(out.resolve("docs/search.js"), resource("search.js"));
    write(out.resolve("docs/pages.js"), SearchIndex.of(pages));
    write(out.resolve("docs/site.css"), resource("site.css"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String html(Page page) {
    return template
        .replace("{title}", escaped(page.title()))
        .replace("{top}", page.to(Path.of("x")).replaceAll("x$", ""))
        .replace("{navigation}", navigation(page))
        .replace("{content}", page.html());
  }

  private String navigation(Page page) {
    var html = new StringBuilder();
    for (var section : Section.all()) {
      var inside = listed(section);
      var isOpen = inside.contains(page) ? " open" : "";
      html.append("<details%s><summary>%s</summary><ul>\n".formatted(isOpen, section.title()));
      for (var one : inside) {
        var current = one.equals(page) ? " aria-current=\"page\"" : "";
        html.append(
            "<li><a href=\"%s\"%s>%s</a></li>\n"
                .formatted(page.to(one.target()), current, escaped(one.title())));
      }
      html.append("</ul></details>\n");
    }
    return html.toString();
  }

  private List<Page> listed(Section section) {
    return pages.stream().filter(page -> page.section().title().equals(section.title())).toList();
  }

  private String contents() {
    var here = new Page(INDEX, INDEX, "", "", "", List.of());
    var html = new StringBuilder("<h1>deed</h1>\n");
    for (var section : Section.all()) {
      html.append("<h2>%s</h2>\n<ul class=\"contents\">\n".formatted(section.title()));
      for (var page : listed(section)) {
        html.append(
            "<li><a href=\"%s\">%s</a></li>\n"
                .formatted(here.to(page.target()), escaped(page.title())));
      }
      html.append("</ul>\n");
    }
    return html.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String resource(String name) throws IOException {
    try (var in = Site.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("missing: " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
