package io.tierline.account;

import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes accounts: what the file says is so; what it doesn't mention stays. */
@Repository
class AccountRows {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JsonMapper json;

  AccountRows(JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.json = json;
  }

  void save(AccountsFile file) {
    try {
      transaction.executeWithoutResult(
          status -> {
            file.vendors().forEach(line -> organisation("vendor", line));
            file.resellers().forEach(line -> organisation("reseller", line));
            file.customers().forEach(this::customer);
            file.agreements().forEach(this::agreement);
            file.people().forEach(this::person);
            contacts();
          });
    } catch (DuplicateKeyException e) {
      throw new AccountsFault(
          "Expected logins and keys that no other account has, but "
              + e.getMostSpecificCause().getMessage().replaceAll("\\s+", " "));
    }
  }

  private void organisation(String table, AccountsFile.Organisation line) {
    jdbc.sql(
            """
            insert into %s (code, name) values (:code, :name)
            on conflict (code) do update set name = excluded.name
            """
                .formatted(table))
        .param("code", line.code())
        .param("name", line.name())
        .update();
  }

  private void customer(AccountsFile.Customer line) {
    var until = line.directApprovalUntil();
    jdbc.sql(
            """
            insert into customer (code, name, reseller, direct_approval_until)
            values (:code, :name, :reseller, :until)
            on conflict (code) do update set name = excluded.name, reseller = excluded.reseller,
              direct_approval_until = excluded.direct_approval_until
            """)
        .param("code", line.code())
        .param("name", line.name())
        .param("reseller", line.reseller())
        .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
        .update();
  }

  private void agreement(AccountsFile.Agreement line) {
    jdbc.sql(
            """
            insert into agreement (code, pack, holder, vendor, contacts, terms)
            values (:code, :pack, :holder, :vendor, :contacts, :terms::jsonb)
            on conflict (code) do update set pack = excluded.pack, holder = excluded.holder,
              vendor = excluded.vendor, contacts = excluded.contacts, terms = excluded.terms
            """)
        .param("code", line.code())
        .param("pack", line.pack())
        .param("holder", line.holder())
        .param("vendor", line.vendor())
        .param("contacts", line.contacts())
        .param("terms", json.writeValueAsString(line.terms()))
        .update();
  }

  private void person(AccountsFile.PersonLine line) {
    String key = line.keySha256();
    jdbc.sql(
            """
            insert into person (id, name, email, pager, login, role, tier, org, groups, key_sha256)
            values (:id, :name, :email, :pager, :login, :role, :tier, :org, :groups, :key)
            on conflict (id) do update set name = excluded.name, email = excluded.email,
              pager = excluded.pager, login = excluded.login, role = excluded.role, tier = excluded.tier,
              org = excluded.org, groups = excluded.groups, key_sha256 = excluded.key_sha256
            """)
        .param("id", line.id())
        .param("name", line.name())
        .param("email", line.email())
        .param("pager", line.pager())
        .param("login", line.login())
        .param("role", line.role())
        .param("tier", line.tier())
        .param("org", line.org())
        .param("groups", line.groups().toArray(String[]::new))
        .param("key", key == null ? null : HexFormat.of().parseHex(key))
        .update();
  }

  /** Asked of what stands there now: people whom the file doesn't mention are contacts, too. */
  private void contacts() {
    jdbc.sql(
            """
            select a.code, a.contacts, p.org, array_agg(p.id order by p.id) as people
            from agreement a join person p
              on p.role = 'customer' and (p.key_sha256 is not null or p.login is not null)
              and (p.org = a.holder
                or p.org in (select c.code from customer c where c.reseller = a.holder))
            group by a.code, a.contacts, p.org having count(*) > a.contacts
            order by a.code, p.org limit 1
            """)
        .query(
            (row, n) ->
                "Expected at most %d contacts of %s, as the agreement %s allows, but found %s"
                    .formatted(
                        row.getInt("contacts"),
                        row.getString("org"),
                        row.getString("code"),
                        List.of((Object[]) row.getArray("people").getArray())))
        .optional()
        .ifPresent(
            reason -> {
              throw new AccountsFault(reason);
            });
  }
}
