# frozen_string_literal: true

Redmine::Plugin.register :policy_elements do
  name 'Policy Elements'
  author 'Policy Elements'
  version '0.1.0'
  requires_redmine :version_or_higher => '5.0.0'
  settings :default => {'server' => ''}, :partial => 'settings/policy_elements'

  # In the language of who looks at the list of plugins.
  define_singleton_method(:description) {|*| ::I18n.t(:policy_elements_about)}
end

# Every element is a macro by its name, as macros are written: {{policy_viewer(src=/policies/…)}}.
Redmine::WikiFormatting::Macros.register do
  PolicyElements::Elements::TAGS.each do |tag|
    desc "<#{tag}>, for instance:\n\n{{#{tag.tr('-', '_')}(src=/policies/social-media.json)}}"
    macro tag.tr('-', '_') do |_object, args, text|
      PolicyElements::Macro.new(self, tag, args, text).to_html
    end
  end
end
