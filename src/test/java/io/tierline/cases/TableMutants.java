package io.tierline.cases;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The mutants of a decision table: each row left out, each cell changed. */
final class TableMutants {

  private static final Pattern CLAUSE = Pattern.compile("\\b[A-Z]{2}-\\d{3}\\b");

  /** Rows with these units have no budget, so a change of amount or calendar changes nothing. */
  private static final List<String> NO_BUDGET = List.of("\"none\"", "\"contract\"");

  private final String file;
  private final String xml;
  private final Element table;
  private final List<Mutant> mutants = new ArrayList<>();

  private TableMutants(String file, String xml) {
    this.file = file;
    this.xml = xml;
    this.table = first(parse(xml).getDocumentElement(), "decisionTable");
  }

  static List<Mutant> of(String file, String xml) {
    TableMutants made = new TableMutants(file, xml);
    int rows = all(made.table, "rule").size();
    IntStream.range(0, rows).forEach(made::row);
    return List.copyOf(made.mutants);
  }

  private void row(int row) {
    Element rule = all(table, "rule").get(row);
    add(row, "", "left out", found -> found.getParentNode().removeChild(found));
    cells(row, rule, "output");
    cells(row, rule, "input");
  }

  private void cells(int row, Element rule, String sort) {
    List<Element> cells = all(rule, sort + "Entry");
    for (int i = 0; i < cells.size(); i++) {
      Element column = all(table, sort).get(i);
      if (sort.equals("input") || !idle(rule, column)) {
        cell(row, sort, i, text(cells.get(i)), column);
      }
    }
  }

  private void cell(int row, String sort, int index, String cell, Element column) {
    List<String> values = values(column, sort, index);
    Map<String, String> changes =
        sort.equals("input")
            ? CellChanges.ofInput(cell, values)
            : CellChanges.ofOutput(cell, values);
    String where = ", %s %s".formatted(sort, name(column));
    changes.forEach(
        (what, text) ->
            add(
                row,
                where,
                what,
                found ->
                    first(all(found, sort + "Entry").get(index), "text").setTextContent(text)));
  }

  private void add(int row, String where, String what, Consumer<Element> change) {
    String description = text(all(table, "rule").get(row), "description");
    List<String> clauses =
        CLAUSE.matcher(description).results().map(MatchResult::group).distinct().toList();
    mutants.add(
        new Mutant(file, "row " + (row + 1) + where, what, clauses, () -> changed(row, change)));
  }

  private String changed(int row, Consumer<Element> change) {
    try {
      Document document = parse(xml);
      Element copy = first(document.getDocumentElement(), "decisionTable");
      change.accept(all(copy, "rule").get(row));
      StringWriter text = new StringWriter();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (javax.xml.transform.TransformerException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Texts for people, and what counts for nothing beside a row without a budget. */
  private boolean idle(Element rule, Element column) {
    boolean none =
        all(rule, "outputEntry").stream().map(TableMutants::text).anyMatch(NO_BUDGET::contains);
    return column.getAttribute("name").equals("reason")
        || none && List.of("amount", "calendar").contains(column.getAttribute("name"));
  }

  private List<String> values(Element column, String sort, int index) {
    String declared = text(column, sort + "Values");
    if (!declared.isBlank()) {
      return CellChanges.items(declared);
    }
    return column.getElementsByTagName("inputExpression").getLength() > 0
            && ((Element) column.getElementsByTagName("inputExpression").item(0))
                .getAttribute("typeRef")
                .equals("boolean")
        ? List.of("true", "false")
        : all(table, "rule").stream()
            .map(rule -> text(all(rule, sort + "Entry").get(index)))
            .flatMap(cell -> CellChanges.items(cell).stream())
            .filter(item -> !item.equals("-") && !item.startsWith("not"))
            .distinct()
            .toList();
  }

  private static String name(Element column) {
    return column.getAttribute("label").isEmpty()
        ? column.getAttribute("name")
        : column.getAttribute("label");
  }

  private static String text(Element cell) {
    return cell.getTextContent().strip();
  }

  private static String text(Element parent, String child) {
    List<Element> found = all(parent, child);
    return found.isEmpty() ? "" : text(found.getFirst());
  }

  private static Element first(Element parent, String name) {
    return (Element) parent.getElementsByTagName(name).item(0);
  }

  private static List<Element> all(Element parent, String name) {
    NodeList found = parent.getChildNodes();
    return IntStream.range(0, found.getLength())
        .mapToObj(found::item)
        .filter(node -> node.getNodeName().equals(name))
        .map(Element.class::cast)
        .toList();
  }

  private static Document parse(String xml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)));
    } catch (java.io.IOException
        | org.xml.sax.SAXException
        | javax.xml.parsers.ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
