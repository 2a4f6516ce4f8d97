package io.tierline.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Accounts as PostgreSQL holds them: one indexed look-up a question, nothing remembered. */
@Repository
class StoredAccounts implements Accounts {

  private static final String PERSON =
      "select id, name, email, pager, login, role, tier, org, groups from person where ";

  private static final String AGREEMENT =
      "select code, pack, holder, vendor, terms from agreement where ";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  /**
   * @param imported only asked for so that nobody is looked up before the file was taken over
   */
  StoredAccounts(JdbcClient jdbc, JsonMapper json, AccountsImport imported) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public Optional<Person> byKey(String key) {
    return jdbc.sql(PERSON + "key_sha256 = :hash")
        .param("hash", ApiKey.hash(key))
        .query(StoredAccounts::person)
        .optional();
  }

  @Override
  public Optional<Person> byLogin(String login) {
    return jdbc.sql(PERSON + "login = :login")
        .param("login", login)
        .query(StoredAccounts::person)
        .optional();
  }

  @Override
  public Optional<Agreement> agreement(String code) {
    return jdbc.sql(AGREEMENT + "code = :code").param("code", code).query(this::read).optional();
  }

  @Override
  public List<Agreement> agreements(String pack) {
    return jdbc.sql(AGREEMENT + "pack = :pack order by code")
        .param("pack", pack)
        .query(this::read)
        .list();
  }

  @Override
  public boolean concerns(Person person, String agreement, String customer) {
    return jdbc.sql(
            """
            select exists (
              select from agreement a join customer c on c.reseller = a.holder
              where a.code = :agreement and c.code = :customer
                and :org in (a.vendor, a.holder, c.code))
            """)
        .param("agreement", agreement)
        .param("customer", customer)
        .param("org", person.org())
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean agreed(Person person, String pack) {
    return jdbc.sql(
            """
            select exists (
              select from agreement where pack = :pack and :org in (vendor, holder))
            """)
        .param("pack", pack)
        .param("org", person.org())
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean offers(String vendor, String pack) {
    return jdbc.sql("select exists (select from agreement where pack = :pack and vendor = :vendor)")
        .param("pack", pack)
        .param("vendor", vendor)
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean serves(String reseller, String customer) {
    return jdbc.sql(
            """
            select exists (
              select from customer where code = :customer and reseller = :reseller)
            """)
        .param("customer", customer)
        .param("reseller", reseller)
        .query(Boolean.class)
        .single();
  }

  @Override
  public Map<String, Object> facts(String agreement, String customer) {
    Map<String, Object> facts = new HashMap<>();
    jdbc.sql(
            """
            select c.direct_approval_until
            from customer c join agreement a on a.holder = c.reseller
            where a.code = :agreement and c.code = :customer
              and c.direct_approval_until is not null
            """)
        .param("agreement", agreement)
        .param("customer", customer)
        .query((row, n) -> row.getObject(1, OffsetDateTime.class))
        .optional()
        .ifPresent(until -> facts.put("directApprovalUntil", until.toInstant().toString()));
    return facts;
  }

  @Override
  public List<Person> people(String org, @Nullable String group) {
    return jdbc.sql(
            PERSON
                + """
                org = :org and (:group::text is null or :group = any(groups)) and role <> :operator
                order by id
                """)
        .param("org", org)
        .param("group", group)
        .param("operator", Person.OPERATOR)
        .query(StoredAccounts::person)
        .list();
  }

  private Agreement read(ResultSet row, int n) throws SQLException {
    return new Agreement(
        row.getString("code"),
        row.getString("pack"),
        row.getString("holder"),
        row.getString("vendor"),
        json.readValue(row.getString("terms"), new TypeReference<>() {}));
  }

  private static Person person(ResultSet row, int n) throws SQLException {
    return new Person(
        row.getString("id"),
        row.getString("name"),
        row.getString("email"),
        row.getString("pager"),
        row.getString("login"),
        row.getString("role"),
        row.getString("tier"),
        row.getString("org"),
        List.of((String[]) row.getArray("groups").getArray()));
  }
}
