package dev.deed.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/// Reads a document: its links lead to the pages of other documents.
final class Markdown {

  private final Path top;
  private final Documents documents;
  private final Parser parser;
  private final HtmlRenderer html;
  private final TextContentRenderer text;

  Markdown(Path top, Documents documents) {
    this.top = top;
    this.documents = documents;
    var extensions = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    parser = Parser.builder().extensions(extensions).build();
    html = HtmlRenderer.builder().extensions(extensions).escapeHtml(true).build();
    text =
        TextContentRenderer.builder()
            .extensions(extensions)
            .lineBreakRendering(LineBreakRendering.STRIP)
            .build();
  }

  Page read(Path source) throws IOException {
    var document = parser.parse(Files.readString(top.resolve(source)));
    var target = documents.target(source);
    var links = new Links(source, target);
    document.accept(links);
    return new Page(
        source,
        target,
        links.title(),
        html.render(document),
        text.render(document),
        links.problems);
  }

  /// Rewrites the links of one document, and finds its title on the way.
  private final class Links extends AbstractVisitor {

    private final Path source;
    private final Path target;
    private final List<String> problems = new ArrayList<>();
    private String title = "";

    Links(Path source, Path target) {
      this.source = source;
      this.target = target;
    }

    String title() {
      return title.isEmpty() ? source.getFileName().toString() : title;
    }

    @Override
    public void visit(Heading heading) {
      if (title.isEmpty() && heading.getLevel() == 1) {
        title = text.render(heading).strip().replaceAll(":$", "");
      }
      visitChildren(heading);
    }

    /// Notes for who edits the document.
    @Override
    public void visit(HtmlBlock block) {
      block.unlink();
    }

    @Override
    public void visit(Code code) {
      documents
          .rule(code.getLiteral())
          .filter(page -> !page.equals(target) && !isIn(code, Link.class))
          .ifPresent(page -> wrap(code, way(page)));
    }

    @Override
    public void visit(Link link) {
      var destination = link.getDestination();
      if (!destination.contains(":") && !destination.startsWith("#")) {
        link.setDestination(rewritten(destination));
      }
      visitChildren(link);
    }

    private String rewritten(String destination) {
      var hash = destination.indexOf('#');
      var path = hash < 0 ? destination : destination.substring(0, hash);
      var place = hash < 0 ? "" : destination.substring(hash);
      var file = source.resolveSibling(path).normalize();
      if (documents.has(file)) {
        return way(documents.target(file)) + place;
      }
      if (!Files.exists(top.resolve(file))) {
        problems.add(source + ": " + destination + " does not exist");
      }
      // Of the files of the repository, only documents are in the site.
      return "";
    }

    private String way(Path page) {
      return new Page(source, target, "", "", "", List.of()).to(page);
    }
  }

  private static boolean isIn(Node node, Class<? extends Node> kind) {
    for (Node outer = node.getParent(); outer != null; outer = outer.getParent()) {
      if (kind.isInstance(outer)) {
        return true;
      }
    }
    return false;
  }

  private static void wrap(Code code, String way) {
    var link = new Link(way, null);
    code.insertBefore(link);
    link.appendChild(code);
  }
}
