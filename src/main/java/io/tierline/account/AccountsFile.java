package io.tierline.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The accounts as an operator writes them down, checked as a whole. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountsFile(
    List<Organisation> vendors,
    List<Organisation> resellers,
    List<Customer> customers,
    List<Agreement> agreements,
    List<PersonLine> people) {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  AccountsFile {
    vendors = orNone(vendors);
    resellers = orNone(resellers);
    customers = orNone(customers);
    agreements = orNone(agreements);
    people = orNone(people);
    Set<String> vendorCodes = codes("vendor", vendors, Organisation::code);
    Set<String> resellerCodes = codes("reseller", resellers, Organisation::code);
    Set<String> orgs = codes("customer", customers, Customer::code);
    codes("agreement", agreements, Agreement::code);
    codes("person", people, PersonLine::id);
    codes("login", people, PersonLine::login);
    codes("keySha256", people, PersonLine::keySha256);
    customers.forEach(c -> known("reseller of " + c.code(), c.reseller(), resellerCodes));
    agreements.forEach(a -> known("holder of " + a.code(), a.holder(), resellerCodes));
    agreements.forEach(a -> known("vendor of " + a.code(), a.vendor(), vendorCodes));
    orgs.addAll(vendorCodes);
    orgs.addAll(resellerCodes);
    people.forEach(p -> known("org of " + p.id(), p.org(), orgs));
  }

  /** A vendor or a reseller. */
  record Organisation(String code, String name) {
    Organisation {
      required("code", code);
      required("name", name);
    }
  }

  /** A customer; {@code directApprovalUntil}: how long it may come to the vendor itself, UTC. */
  record Customer(
      String code, String name, String reseller, @Nullable Instant directApprovalUntil) {
    Customer {
      required("code", code);
      required("name", name);
      required("reseller", reseller);
    }
  }

  /**
   * An agreement; terms may be left out.
   *
   * @param contacts how many contacts with a key or a login each customer of the holder may have at
   *     most, and the holder itself where it is the customer (HY-027); null if it doesn't say
   */
  record Agreement(
      String code,
      String pack,
      String holder,
      String vendor,
      @Nullable Integer contacts,
      Map<String, Object> terms) {
    Agreement {
      required("code", code);
      required("pack", pack);
      required("holder", holder);
      required("vendor", vendor);
      if (contacts != null && contacts < 0) {
        throw new IllegalArgumentException(
            "Expected contacts of %s to be 0 or more, but found %d".formatted(code, contacts));
      }
      terms = terms == null ? Map.of() : terms;
    }
  }

  /** A person; without {@code keySha256} the key that was known before is revoked. */
  record PersonLine(
      String id,
      String name,
      @Nullable String email,
      @Nullable String pager,
      @Nullable String login,
      String role,
      @Nullable String tier,
      String org,
      List<String> groups,
      @Nullable String keySha256) {

    /**
     * Who may have an account: whoever acts on tickets, and operators, who only look after packs.
     */
    private static final Set<String> ROLES =
        Set.of("customer", "reseller", "agent", "incident-manager", "monitor", Person.OPERATOR);

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    PersonLine {
      required("id", id);
      required("name", name);
      required("role", role);
      required("org", org);
      known("role of " + id, role, ROLES);
      groups = orNone(groups);
      if (keySha256 != null && !SHA_256.matcher(keySha256).matches()) {
        throw new IllegalArgumentException(
            "Expected keySha256 of %s to be 64 lower-case hex digits, but it isn't".formatted(id));
      }
    }
  }

  /**
   * Reads and checks.
   *
   * @throws AccountsFault if anything is wrong; its message names source, place and reason
   */
  static AccountsFile parse(String source, String yaml) {
    try {
      return YAML.readValue(yaml, AccountsFile.class);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      String line = at == null || at.getLineNr() < 1 ? "" : ", line " + at.getLineNr();
      Throwable cause = e.getCause() instanceof IllegalArgumentException inner ? inner : e;
      String reason = cause == e ? e.getOriginalMessage() : cause.getMessage();
      throw new AccountsFault("%s%s: %s".formatted(source, line, firstLine(reason)));
    }
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "unreadable" : text.lines().findFirst().orElse("unreadable");
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static void required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "Expected '%s' to have a value, but it has none".formatted(field));
    }
  }

  private static <T> Set<String> codes(
      String what, List<T> list, Function<T, @Nullable String> code) {
    Set<String> codes = new HashSet<>();
    for (T item : list) {
      String value = code.apply(item);
      if (value != null && !codes.add(value)) {
        throw new IllegalArgumentException(
            "Expected each %s once, but found '%s' twice".formatted(what, value));
      }
    }
    return codes;
  }

  private static void known(String what, String code, Set<String> codes) {
    if (!codes.contains(code)) {
      throw new IllegalArgumentException(
          "Expected the %s to be one of %s, but found '%s'"
              .formatted(what, codes.stream().sorted().toList(), code));
    }
  }
}
