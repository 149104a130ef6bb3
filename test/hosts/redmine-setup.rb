# People, a project with a wiki, and its pages; run by Redmine itself. See redmine.js.
require 'json'

given = JSON.parse(ENV.fetch('GIVEN'))
# What is told by mail waits for its turn: SQLite lets one write at a time.
ActiveJob::Base.queue_adapter = :inline

Setting.host_name = given['host']
Setting.protocol = 'http'
Setting.default_language = 'en'
Setting.app_title = 'Intranet'

Redmine::DefaultData::Loader.load('en')

project = Project.new(:name => 'Intranet', :identifier => 'intranet', :is_public => true)
project.enabled_module_names = ['wiki']
project.save!
Wiki.create!(:project => project, :start_page => 'Policy') unless project.reload.wiki

role = Role.givable.find_by!(:name => 'Developer')
given['people'].each do |person|
  user = User.find_by_login(person['login']) || User.new(:login => person['login'])
  first, last = person['name'].split(' ', 2)
  user.attributes = {
    :firstname => first, :lastname => last || first, :mail => person['mail'], :language => 'en'
  }
  user.admin = person['login'] == 'admin'
  user.password = user.password_confirmation = person['password']
  user.must_change_passwd = false
  user.save!
  # Nora writes pages; Karim reads.
  Member.create!(:principal => user, :project => project, :roles => [role]) if person['name'].start_with?('Nora')
end

given['pages'].each do |title, text|
  page = WikiPage.new(:wiki => project.wiki, :title => title)
  page.content = WikiContent.new(:page => page, :text => text, :author => User.find_by_login('admin'))
  page.save_with_content(page.content)
end
