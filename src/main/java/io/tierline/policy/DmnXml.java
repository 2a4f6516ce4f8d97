package io.tierline.policy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads and writes a DMN file's XML. No DOCTYPE, so no entity of it is ever expanded or fetched.
 */
final class DmnXml {

  private static final int MOST_CHARACTERS = 1_000_000;
  private static final int DEEPEST = 100;

  private DmnXml() {}

  /** The document of a file, or nothing and one fault. */
  static Optional<Document> parse(String file, String xml, List<Fault> faults) {
    if (xml.length() > MOST_CHARACTERS) {
      String reason = "Expected at most %,d characters, but found %,d";
      faults.add(new Fault(file, null, reason.formatted(MOST_CHARACTERS, xml.length())));
      return Optional.empty();
    }
    try {
      return Optional.of(builder().parse(new InputSource(new StringReader(xml))));
    } catch (SAXParseException malformed) {
      String where = "line " + malformed.getLineNumber();
      faults.add(new Fault(file, where, "Expected DMN, but found: " + malformed.getMessage()));
    } catch (SAXException | IOException malformed) {
      faults.add(new Fault(file, null, "Expected DMN, but found: " + malformed.getMessage()));
    }
    return Optional.empty();
  }

  /** The document as text. */
  static String text(Document document) {
    try {
      StringWriter text = new StringWriter();
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (TransformerException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The child elements of a local name, in order. */
  static List<Element> children(Node parent, String name) {
    return children(parent).filter(child -> child.getLocalName().equals(name)).toList();
  }

  /** All child elements, in order. */
  static Stream<Element> children(Node parent) {
    var nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }

  /** The text of a child element such as {@code <text>}; empty if there is none. */
  static String text(Element parent, String child) {
    return children(parent, child).stream()
        .findFirst()
        .map(element -> element.getTextContent().strip())
        .orElse("");
  }

  /** A new element in the namespace of another one. */
  static Element create(Element like, String name) {
    String prefix = like.getPrefix() == null ? "" : like.getPrefix() + ":";
    return like.getOwnerDocument().createElementNS(like.getNamespaceURI(), prefix + name);
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder;
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
