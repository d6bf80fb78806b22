-- SPDX-License-Identifier: Apache-2.0
-- The warehouse: empty, with a role that may make its own tables. dblink is for the proof only.
\set ON_ERROR_STOP on
set client_min_messages = warning;
create role loader login;
create schema ods authorization loader;
do $$ begin execute format('grant create on database %I to loader', current_database()); end $$;
create extension dblink;
