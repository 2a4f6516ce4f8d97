-- Where a version came from: a folder, the jar, or an upload, and then by whose account.
alter table pack_version
  add column origin text not null default 'folder',
  add column brought_by text,
  add constraint uploaded_by_somebody check ((origin = 'upload') = (brought_by is not null));
