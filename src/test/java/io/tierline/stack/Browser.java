package io.tierline.stack;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A person at Tasklist with a real browser; everything is clicked and typed, nothing is called. */
public final class Browser implements AutoCloseable {

  private static final Path DEBIAN_CHROMIUM = Path.of("/usr/bin/chromium");
  private static final double PATIENCE_MILLIS = 60_000;
  private static final double GLANCE_MILLIS = 3_000;
  private static final int TRIES = 15;

  private final Playwright playwright;
  private final Page page;

  private Browser(Playwright playwright, Page page) {
    this.playwright = playwright;
    this.page = page;
  }

  /** Opens a browser and logs in; in demonstrations and tests the password is the login. */
  public static Browser logIn(Webapps webapps, String login) {
    // Debian's browser where it is; elsewhere Playwright brings its own.
    boolean debian = Files.isExecutable(DEBIAN_CHROMIUM);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(debian ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setHeadless(true)
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync"));
    if (debian) {
      options.setExecutablePath(DEBIAN_CHROMIUM);
    }
    Page page = playwright.chromium().launch(options).newPage();
    page.setViewportSize(1400, 1400);
    page.setDefaultTimeout(PATIENCE_MILLIS);
    Browser browser = new Browser(playwright, page);
    browser.logIn(webapps.address(), login);
    return browser;
  }

  private void logIn(String address, String login) {
    page.navigate(address + "/tasklist");
    page.getByLabel("Username").fill(login);
    page.getByLabel("Password").first().fill(login);
    button("Login").click();
    page.getByTitle("Available tasks").or(page.getByText("All open tasks")).first().waitFor();
  }

  /** Opens the first task of this name in the list of open tasks. */
  public Browser open(String task) {
    cards(task).first().click();
    button("Assign to me").or(button("Unassign")).first().waitFor();
    return this;
  }

  /** Opens a task of the list by its user task key: of those of one name, a certain ticket's. */
  public Browser open(long userTaskKey) {
    page.locator("[data-testid='task-" + userTaskKey + "']").click();
    button("Assign to me").or(button("Unassign")).first().waitFor();
    return this;
  }

  /** Whether a task of this name is in the list now. */
  public boolean lists(String task) {
    return cards(task).count() > 0;
  }

  /** Takes the open task. */
  public Browser assignToMe() {
    button("Assign to me").click();
    page.getByText("Assigned to me").first().waitFor();
    return this;
  }

  /** Types into a text field or area of the form. */
  public Browser fill(String label, String text) {
    field(label).locator("input, textarea").first().fill(text);
    return this;
  }

  /**
   * Chooses an option of a select of the form, both by what is read. Tasklist may draw the form
   * anew after the assignment, at any instant between opening the list and seeing the choice: then
   * it is chosen again, as a person would.
   */
  public Browser select(String label, String option) {
    for (int tries = 1; !chosen(label, option); tries++) {
      if (tries == TRIES) {
        throw new IllegalStateException(
            "Expected '%s' to show '%s', but found: %s".formatted(label, option, text()));
      }
    }
    return this;
  }

  private boolean chosen(String label, String option) {
    Locator select = field(label).locator(".fjs-input-group");
    try {
      select.click(new Locator.ClickOptions().setTimeout(GLANCE_MILLIS));
      page.locator(".fjs-dropdownlist-item")
          .getByText(option, exactly())
          .click(new Locator.ClickOptions().setTimeout(GLANCE_MILLIS));
      select
          .getByText(option, exactly())
          .waitFor(new Locator.WaitForOptions().setTimeout(GLANCE_MILLIS));
      return true;
    } catch (TimeoutError e) {
      return false;
    }
  }

  /** Ticks a checkbox or a radio button of the form. */
  public Browser tick(String label) {
    form().getByText(label, exactly()).click(); // the box itself is drawn, its input is invisible
    return this;
  }

  /** Completes the open task and waits until Tasklist says so. */
  public Browser complete() {
    button("Complete Task").click();
    page.getByText("Task completed").first().waitFor();
    return this;
  }

  /** Everything that stands on the page, to see what a person reads. */
  public String text() {
    return page.locator("body").innerText();
  }

  /** Keeps a picture of the page. */
  public Browser picture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    return this;
  }

  @Override
  public void close() {
    playwright.close();
  }

  private Locator cards(String task) {
    return page.locator("[data-testid^='task-']")
        .filter(new Locator.FilterOptions().setHas(page.getByText(task, pageExactly())));
  }

  private Locator form() {
    return page.locator(".fjs-container");
  }

  private Locator field(String label) {
    return form()
        .locator(".fjs-form-field")
        .filter(new Locator.FilterOptions().setHas(page.locator("label", containing(label))))
        .first();
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.LocatorOptions containing(String label) {
    return new Page.LocatorOptions().setHasText(label);
  }

  private static Page.GetByTextOptions pageExactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
